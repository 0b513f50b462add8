import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

import type { SigningKey } from '../../worker/credentials/signing-keys.ts'
import { Problem } from '../command/problem.ts'
import { runCommand, WrongCall } from '../command/run-command.ts'
import { withDatabase, withDatabaseIfAny } from '../database/with-database.ts'
import { keyFileIn, readKeyFile, writeKeyFile } from './key-file.ts'
import { holdFolder } from '../start/hold-folder.ts'
import { makeKey, nextKeyId, retired } from './make-key.ts'
import { knownKeys, markForReissue, type Reissue } from './reissue.ts'

const usage = `npm run keys:generate | keys:rotate | keys:revoke -- KEY | badges:reissue  [--file FILE] [--dry-run]

The keys that sign badges, in DATA_DIR/signing-keys.json or FILE: what it says last is how they take effect.

  keys:generate     makes the first key; where there is one, does nothing
  keys:rotate       signs with a new key from now on; what the old ones signed still holds
  keys:revoke KEY   takes a key out of use, and has every badge that it signed issued anew; without KEY it says which there are
  badges:reissue    has every badge issued anew that does not name BASE_URL
  --dry-run         says what would be done, and does nothing
  --help            this text

Exit codes: 0 done, 1 could not be done, 2 wrong call.`

const commands = { generate: () => onFile(generate), rotate: () => onFile(rotate), revoke, reissue }
let isDry = false
let file = keyFileIn(process.env.DATA_DIR ?? '.data')
let id: string | undefined
/** Of a file elsewhere nobody but the operator knows. */
let isOfFolder = true

await runCommand({
  usage,
  options: { file: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
  async work([command = '', ...more], values) {
    if (!Object.hasOwn(commands, command) || more.length > (command === 'revoke' ? 1 : 0)) {
      throw new WrongCall(`${[command, ...more].join(' ')} is not understood`)
    }
    isDry = values['dry-run']
    isOfFolder = values.file === undefined
    file = values.file ?? file
    id = more[0]
    await commands[command as keyof typeof commands]()
  },
})

/** What reads the keys of the data folder and writes them. */
function onFile<T>(change: () => Promise<T>): Promise<T> {
  return isOfFolder && !isDry ? holdFolder(dirname(file), change) : change()
}

async function generate(): Promise<void> {
  const known = await readKeyFile(file)
  if (known) return console.log(`${file} has ${known.keys.length} key(s) already; nothing to do`)

  const next = nextId([])
  say(`make ${next} in ${file}`)
  if (isDry) return
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeKeyFile(file, { keys: [makeKey(new Date(), next)] })
  sayWhatNext()
}

async function rotate(): Promise<void> {
  const { keys } = await keysInFile()
  const next = nextId(keys)
  say(`sign with ${next} from now on, and keep ${keys.map((each) => each.id).join(', ')} for what they signed`)
  if (isDry) return
  await writeKeyFile(file, { keys: [...keys.map(retired), makeKey(new Date(), next)] })
  sayWhatNext()
}

/**
 * The file first: after the next start no worker has the key, and until then the database refuses its signatures. A key
 * that is in neither of them is a slip of the hand, and nothing is written for it.
 */
async function revoke(): Promise<void> {
  if (!id) throw await whichKey()
  const known = [...new Set([...(await keysInFile()).keys.map((key) => key.id), ...(await withDatabase(knownKeys))])]
  if (!known.includes(id)) throw new Problem(`no key is called ${id}; known are: ${known.join(', ')}`)
  await onFile(() => takeOut(id!))
  await mark({ revoked: id })
  if (!isDry) sayWhatNext()
}

async function takeOut(key: string): Promise<void> {
  const { keys } = await keysInFile()
  const left = keys.filter((each) => each.id !== key)
  const isThere = left.length < keys.length
  const next = left.at(-1)?.ed25519.secretKeyMultibase ? undefined : nextId(keys)
  say(isThere ? `remove ${key} from ${file}${next ? ` and make ${next}` : ''}` : `${key} is not in ${file}`)
  if (!isDry && isThere) await writeKeyFile(file, { keys: next ? [...left, makeKey(new Date(), next)] : left })
}

/** With the keys there are, of the file and of the database. */
async function whichKey(): Promise<WrongCall> {
  const inFile = (await readKeyFile(file))?.keys ?? []
  const known = new Set([...inFile.map((key) => key.id), ...((await withDatabaseIfAny(knownKeys)) ?? [])])
  return new WrongCall(`which key? Known are: ${[...known].join(', ') || 'none'}`)
}

function nextId(keys: SigningKey[]): string {
  return nextKeyId(resolve(file), keys, new Date())
}

async function reissue(): Promise<void> {
  const { BASE_URL } = process.env
  if (!BASE_URL) throw new Problem('set BASE_URL to the address that badges should name from now on')
  await mark({ address: BASE_URL.replace(/\/+$/, '') })
}

async function mark(which: Reissue): Promise<void> {
  const count = await withDatabase((client) => markForReissue(client, which, { now: new Date(), isDry }))
  say(`issue ${count} badge(s) anew, at the next start or within 15 minutes`)
}

async function keysInFile() {
  const known = await readKeyFile(file)
  if (!known) throw new Problem(`there is no ${file}: npm run keys:generate makes it`)
  return known
}

function say(line: string): void {
  console.log(`${isDry ? 'would ' : ''}${line}`)
}

function sayWhatNext(): void {
  console.log('One machine: start Navet again. Cloudflare: npx wrangler secret put SIGNING_KEYS <', join(file))
}
