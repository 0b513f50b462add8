import { writeFile } from 'node:fs/promises'

import { Problem } from './command/problem.ts'
import { noWords, runCommand, WrongCall } from './command/run-command.ts'
import { knownSecrets } from './secret/known-secrets.ts'
import { nextSecrets, type Secrets, writeSecrets } from './secret/secret-files.ts'

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
    const isElsewhere = Boolean(SECRET) || Boolean(LIBSQL_URL)
    const known = await knownSecrets()
    if (!known)
      throw new Problem(
        isElsewhere
          ? 'set SECRET to what it is now: nobody is signed out only if it goes on being known'
          : `${DATA_DIR} has no SECRET yet: start Navet once`,
      )
    if (isElsewhere && !file)
      throw new WrongCall('SECRET is set by hand: name with --file where the new one is written')
    if (!isElsewhere && file)
      throw new WrongCall(`--file is for a SECRET that is set by hand: this one is in ${DATA_DIR}`)

    const next = nextSecrets(known, new Date())
    const held = `${next.before.length} former one(s) go on holding for sessions, 90 days each from its change`
    if (isDry) return say(`would change SECRET in ${file ?? DATA_DIR}; ${held}`)
    if (file) await writeForCloudflare(file, next)
    else await writeSecrets(DATA_DIR, next)
    say(`SECRET is changed in ${file ?? DATA_DIR}; ${held}.`)
    say(
      file
        ? `Cloudflare: npx wrangler secret bulk ${file} --config wrangler.toml. One machine: set both, and start Navet again. Keep them where SECRET was kept, and delete ${file}.`
        : 'It holds once Navet is started again.',
    )
  },
})

async function writeForCloudflare(file: string, { secret, before }: Secrets): Promise<void> {
  const text = JSON.stringify({ SECRET: secret, SECRETS_BEFORE: JSON.stringify(before) })
  await writeFile(file, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true }).catch((error: unknown) => {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw isThere ? new Problem(`${file} is there already: name another file`) : error
  })
}

function say(line: string): void {
  console.log(line)
}
