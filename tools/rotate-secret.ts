import { isThere } from './command/is-there.ts'
import { Problem } from './command/problem.ts'
import { noWords, runCommand, WrongCall } from './command/run-command.ts'
import { writeWhole } from './command/write-whole.ts'
import { knownSecrets } from './secret/known-secrets.ts'
import { nextSecrets, readSecrets, type Secrets, writeSecrets } from './secret/secret-files.ts'
import { holdFolder } from './start/hold-folder.ts'

const usage = `npm run secret:rotate [-- --file FILE] [--dry-run]

Changes SECRET, which signs sessions and is in every hash that Navet keeps, and signs nobody out: the one before goes on
holding for 24 hours for codes and open forms, and for 90 days for sessions.

On one machine it is changed in DATA_DIR; start Navet again. With SECRET set, as for Cloudflare, FILE is written for
npx wrangler secret bulk FILE --config wrangler.toml: set SECRET to what it is now, and SECRETS_BEFORE if there is one.

  --file FILE   where to write SECRET and SECRETS_BEFORE, as JSON, for you alone; there must be no such file yet
  --dry-run     says what would be done, and does nothing
  --help        this text

Exit codes: 0 done, 1 could not be done, 2 wrong call.`

await runCommand({
  usage,
  options: { file: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
  async work(words, { file, 'dry-run': isDry }) {
    noWords(words)
    const { SECRET, LIBSQL_URL, DATA_DIR = '.data' } = process.env
    const isByHand = Boolean(SECRET) || Boolean(LIBSQL_URL)
    if (isByHand) await writeByHand(file, isDry)
    else if (file) throw new WrongCall(`--file is for a SECRET that is set by hand: this one is in ${DATA_DIR}`)
    else if (isDry) sayWhat(DATA_DIR, await next(DATA_DIR), isDry)
    else await holdFolder(DATA_DIR, () => changeIn(DATA_DIR))
  },
})

async function changeIn(folder: string): Promise<void> {
  const secrets = await next(folder)
  await writeSecrets(folder, secrets)
  sayWhat(folder, secrets, false)
  say('It holds once Navet is started again: do so now, for until then the one before goes on signing.')
}

async function next(folder: string): Promise<Secrets> {
  const known = await readSecrets(folder)
  if (!known) throw new Problem(`${folder} has no SECRET yet: start Navet once`)
  return nextSecrets(known, new Date())
}

async function writeByHand(file: string | undefined, isDry: boolean): Promise<void> {
  const known = await knownSecrets()
  if (!known) throw new Problem('set SECRET to what it is now: nobody is signed out only if it goes on being known')
  if (!file) throw new WrongCall('SECRET is set by hand: name with --file where the new one is written')
  const secrets = nextSecrets(known, new Date())
  if (isThere(file)) throw new Problem(`${file} is there already: name another file`)
  if (isDry) return sayWhat(file, secrets, isDry)

  const text = JSON.stringify({ SECRET: secrets.secret, SECRETS_BEFORE: JSON.stringify(secrets.before) })
  await writeWhole(file, Buffer.from(`${text}\n`))
  sayWhat(file, secrets, isDry)
  say(
    `Cloudflare: npx wrangler secret bulk ${file} --config wrangler.toml. One machine: set both, and start Navet again. Keep them where SECRET was kept, and delete ${file}.`,
  )
}

function sayWhat(where: string, { before }: Secrets, isDry: boolean): void {
  const held = `${before.length} former one(s) go on holding for sessions, 90 days each from its change`
  say(isDry ? `would change SECRET in ${where}; ${held}` : `SECRET is changed in ${where}; ${held}.`)
}

function say(line: string): void {
  console.log(line)
}
