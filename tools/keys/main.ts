import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

import { withDatabase } from '../database/with-database.ts'
import { keyFileIn, readKeyFile, writeKeyFile } from './key-file.ts'
import { makeKey, retired } from './make-key.ts'
import { markForReissue, type Reissue } from './reissue.ts'

// `npm run keys:generate | keys:rotate | keys:revoke -- KEY | badges:reissue`, each with --dry-run and --file.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { file: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
})
const [command, id] = positionals
const isDry = values['dry-run']
const file = values.file ?? keyFileIn(process.env.DATA_DIR ?? '.data')
const commands = { generate, rotate, revoke, reissue }

try {
  if (!command || !Object.hasOwn(commands, command)) throw new Error(`${Object.keys(commands).join(' | ')}`)
  await commands[command as keyof typeof commands]()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function generate(): Promise<void> {
  const known = await readKeyFile(file)
  if (known) return console.log(`${file} has ${known.keys.length} key(s) already; nothing to do`)

  const key = makeKey(new Date())
  say(`make ${key.id} in ${file}`)
  if (isDry) return
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeKeyFile(file, { keys: [key] })
  sayWhatNext()
}

async function rotate(): Promise<void> {
  const { keys } = await keysInFile()
  const key = makeKey(new Date())
  say(`sign with ${key.id} from now on, and keep ${keys.map((each) => each.id).join(', ')} for what they signed`)
  if (isDry) return
  await writeKeyFile(file, { keys: [...keys.map(retired), key] })
  sayWhatNext()
}

/** The file first: after the next start no worker has the key, and until then the database refuses its signatures. */
async function revoke(): Promise<void> {
  if (!id) throw new Error('npm run keys:revoke -- KEY: the id of the key, as in the file')
  const { keys } = await keysInFile()
  const left = keys.filter((key) => key.id !== id)
  const isThere = left.length < keys.length
  const needsNew = !left.at(-1)?.ed25519.secretKeyMultibase
  say(isThere ? `remove ${id} from ${file}${needsNew ? ' and make a new key' : ''}` : `${id} is not in ${file}`)
  if (!isDry && isThere) {
    await writeKeyFile(file, { keys: needsNew ? [...left, makeKey(new Date())] : left })
  }
  await mark({ revoked: id })
  if (!isDry) sayWhatNext()
}

async function reissue(): Promise<void> {
  const { BASE_URL } = process.env
  if (!BASE_URL) throw new Error('set BASE_URL to the address that badges should name from now on')
  await mark({ address: BASE_URL.replace(/\/+$/, '') })
}

async function mark(which: Reissue): Promise<void> {
  const count = await withDatabase((client) => markForReissue(client, which, { now: new Date(), isDry }))
  say(`issue ${count} badge(s) anew, at the next start or within 15 minutes`)
}

async function keysInFile() {
  const known = await readKeyFile(file)
  if (!known) throw new Error(`there is no ${file}: npm run keys:generate makes it`)
  return known
}

function say(line: string): void {
  console.log(`${isDry ? 'would ' : ''}${line}`)
}

function sayWhatNext(): void {
  console.log('One machine: start Navet again. Cloudflare: npx wrangler secret put SIGNING_KEYS <', join(file))
}
