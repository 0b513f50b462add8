import type { Readable } from 'node:stream'

/** Whoever reads our lines may go (`npm start | head`); what we do goes on without a reader. */
export function outliveReader(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}

/** Says what a child says, and reads on when nobody reads us: a pipe that is full would stop the child. */
export function passOn(from: Readable | null, to: NodeJS.WriteStream): void {
  from?.on('data', (chunk: Buffer) => to.write(chunk))
}
