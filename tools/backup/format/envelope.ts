import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { ReadableStream as WebStream } from 'node:stream/web'
import { createGunzip, createGzip, type Gunzip, type Gzip } from 'node:zlib'

import { Decrypter, Encrypter } from 'age-encryption'

import { Problem } from '../../command/problem.ts'

/** First in every backup, so that any tool knows it, and any Navet its format. */
const magic = Buffer.from('navet-backup 1\n')
const digestLength = 32
const ageMagic = Buffer.from('age-encryption.org/v1\n')
const damaged = 'the backup is damaged: a byte of it is not as it was written, or its end is missing'

/**
 * The bytes of a backup's lines: the magic word, the lines in gzip, and SHA-256 over all of it. With a passphrase all
 * of that in age (https://age-encryption.org/v1), which any `age` decrypts: authenticated piece by piece, the last one
 * marked, its key made of the passphrase by scrypt.
 */
export async function* seal(
  lines: AsyncIterable<string>,
  { passphrase, workFactor }: { passphrase?: string | undefined; workFactor?: number } = {},
): AsyncGenerator<Uint8Array> {
  const bytes = withDigest(through(inPieces(lines), createGzip()))
  if (passphrase === undefined) return yield* bytes
  const age = new Encrypter()
  age.setPassphrase(passphrase)
  if (workFactor) age.setScryptWorkFactor(workFactor)
  yield* await age.encrypt(webStreamOf(bytes))
}

/** The lines of a backup. Throws a Problem for what is no backup, damaged, or not opened by the passphrase. */
export async function* unseal(
  bytes: AsyncIterable<Uint8Array>,
  passphrase: string | undefined,
): AsyncGenerator<string> {
  const source = await startOf(bytes)
  const isEncrypted = source.start.subarray(0, ageMagic.length).equals(ageMagic)
  if (isEncrypted && passphrase === undefined) {
    throw new Problem('the backup is encrypted: set BACKUP_PASSPHRASE, or --passphrase-file FILE')
  }
  const plain = isEncrypted ? await decrypted(source.all, passphrase!) : source.all
  try {
    yield* linesOf(through(checked(plain), createGunzip()))
  } catch (error) {
    throw isDamage(error) ? new Problem(damaged) : error
  }
}

async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let waiting: string[] = []
  let size = 0
  for await (const line of lines) {
    waiting.push(line, '\n')
    size += line.length
    if (size < 64 * 1024) continue
    yield Buffer.from(waiting.join(''))
    waiting = []
    size = 0
  }
  yield Buffer.from(waiting.join(''))
}

async function* withDigest(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256').update(magic)
  yield magic
  for await (const piece of bytes) {
    hash.update(piece)
    yield piece
  }
  yield hash.digest()
}

/** What stands between the magic word and the digest, handed on as it comes; throws at its end if the digest differs. */
async function* checked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256').update(magic)
  let toSkip = magic.length
  let held: Buffer = Buffer.alloc(0)
  for await (const piece of bytes) {
    held = Buffer.concat([held, piece])
    if (toSkip > 0) {
      if (held.length < toSkip) continue
      if (!held.subarray(0, toSkip).equals(magic)) throw new Problem(noBackup(held))
      held = held.subarray(toSkip)
      toSkip = 0
    }
    const ready = held.subarray(0, Math.max(0, held.length - digestLength))
    held = Buffer.from(held.subarray(ready.length))
    hash.update(ready)
    if (ready.length > 0) yield ready
  }
  if (toSkip > 0 || !held.equals(hash.digest())) throw new Problem(damaged)
}

function noBackup(start: Buffer): string {
  const format = /^navet-backup (\d+)\n/.exec(start.subarray(0, 24).toString('latin1'))?.[1]
  return format
    ? `the backup is of format ${format}, made by a newer Navet: update the code first`
    : 'this is no backup of Navet, or its first bytes are damaged'
}

async function decrypted(bytes: AsyncIterable<Uint8Array>, passphrase: string): Promise<AsyncIterable<Uint8Array>> {
  const age = new Decrypter()
  age.addPassphrase(passphrase)
  try {
    return await age.decrypt(webStreamOf(bytes))
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no identity matched')) {
      throw new Problem('the passphrase does not open this backup')
    }
    throw new Problem(damaged)
  }
}

/** What comes out of a stream that everything is sent through, once it is asked for; errors of the source as well. */
async function* through(bytes: AsyncIterable<Uint8Array>, transform: Gzip | Gunzip): AsyncGenerator<Buffer> {
  const source = Readable.from(bytes)
  source.once('error', (error) => transform.destroy(error)).pipe(transform)
  try {
    yield* transform
  } finally {
    source.destroy()
    transform.destroy()
  }
}

async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = []
  for await (const piece of bytes) {
    let from = 0
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      yield Buffer.concat([...rest, piece.subarray(from, end)]).toString('utf8')
      rest = []
      from = end + 1
    }
    if (from < piece.length) rest.push(piece.subarray(from))
  }
  if (rest.length > 0) throw new Problem(damaged)
}

/** What the libraries throw at bytes that were never written so. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof Problem) return false
  const { code = '' } = error as NodeJS.ErrnoException
  return code.startsWith('Z_') || /invalid tag|stream|chunk|ciphertext|payload/i.test(error.message)
}

/** The first bytes, to look at, and all of them. */
async function startOf(bytes: AsyncIterable<Uint8Array>): Promise<{ start: Buffer; all: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]()
  let start = Buffer.alloc(0)
  while (start.length < ageMagic.length) {
    const { value, done } = await iterator.next()
    if (done) break
    start = Buffer.concat([start, value])
  }
  const first = start
  async function* all() {
    yield first
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  return { start, all: all() }
}

function webStreamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return WebStream.from(bytes) as unknown as ReadableStream<Uint8Array>
}
