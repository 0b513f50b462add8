import { open } from 'node:fs/promises'

import { CannotGoOn } from '../command.ts'

const mostBytes = 5 * 1024 * 1024

/** The text of a file that somebody was sent: UTF-8, and no larger than a question bank is. Throws CannotGoOn. */
export async function readSource(file: string): Promise<string> {
  const bytes = await bytesOf(file)
  if (bytes.length > mostBytes)
    throw new CannotGoOn(`${file} is larger than ${mostBytes / 1024 / 1024} MB; export fewer questions at a time`)
  const text = decoded(bytes)
  if (text === undefined || text.includes('\0')) throw new CannotGoOn(`${file} is not UTF-8; save it as UTF-8 first`)
  return text
}

/** No more than is needed to see that it is too much. */
async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    const handle = await open(file, 'r')
    try {
      if (!(await handle.stat()).isFile()) throw new Error('it is no file')
      const buffer = new Uint8Array(mostBytes + 1)
      let size = 0
      for (;;) {
        const { bytesRead } = await handle.read(buffer, size, buffer.length - size)
        size += bytesRead
        if (bytesRead === 0) return buffer.subarray(0, size)
      }
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw new CannotGoOn(`${file} cannot be read: ${(error as Error).message}`)
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return undefined
  }
}
