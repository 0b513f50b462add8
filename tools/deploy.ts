import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { readBuiltCatalogue } from './authoring/compile/built-catalogue.ts'
import { prepareDatabase } from './database/prepare-database.ts'
import { buildIfNeeded } from './start/build-if-needed.ts'
import { readMailUrl } from '../worker/mail/mail-way.ts'

const usage = `npm run deploy [-- --dry-run]

Builds if something changed, migrates the database and keeps the question versions, then hands the build to Cloudflare.

  --dry-run  builds, and has wrangler say what it would hand over; the database and Cloudflare are left alone
  --help     this text

Settings: LIBSQL_URL, LIBSQL_AUTH_TOKEN and BASE_URL (https://…); where they are set also MAIL_URL, MAIL_FROM,
ISSUER_NAME, CONTROLLER_NAME, CONTACT_EMAIL, and COURSES_PRIVATE for the build. Once before the first deploy:
npx wrangler secret put SECRET, and the same for LIBSQL_AUTH_TOKEN. See README.md.

Exit codes: 0 done, 1 could not be done (wrangler's own code, where it is wrangler that could not), 2 wrong call.`
const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)
const isDry = words.includes('--dry-run')
if (words.includes('--help')) {
  console.log(usage)
  process.exit(0)
}
const strange = words.find((word) => word !== '--dry-run')
if (strange !== undefined) {
  console.error(`${strange} is not understood\n\n${usage}`)
  process.exit(2)
}
const { LIBSQL_URL, LIBSQL_AUTH_TOKEN, BASE_URL, MAIL_URL = 'outbox:', MAIL_FROM } = process.env
const mailFault = faultOfMail()
if (mailFault) {
  console.error(mailFault)
  process.exit(1)
}

await buildIfNeeded(root, console.log)
if (!isDry) {
  if (!LIBSQL_URL || !BASE_URL?.startsWith('https://')) {
    console.error(
      'Set LIBSQL_URL, LIBSQL_AUTH_TOKEN and BASE_URL (https://…), and once: npx wrangler secret put SECRET, LIBSQL_AUTH_TOKEN. See README.md.',
    )
    process.exit(1)
  }
  if (!process.env.CONTROLLER_NAME || !process.env.CONTACT_EMAIL) {
    console.error('Set CONTROLLER_NAME and CONTACT_EMAIL: people are told who answers for their data.')
    process.exit(1)
  }
  await prepareDatabase(LIBSQL_URL, LIBSQL_AUTH_TOKEN, readBuiltCatalogue(join(root, 'dist/catalogue')))
}
/** Said once more only where they are set. */
const own = [
  'MAIL_URL',
  'MAIL_FROM',
  'ISSUER_NAME',
  'CONTROLLER_NAME',
  'CONTACT_EMAIL',
  'SUPPLIERS',
  'PAPERS_READ',
].flatMap((name) => (process.env[name] ? ['--var', `${name}:${process.env[name]}`] : []))
const vars = isDry
  ? []
  : ['--var', `LIBSQL_URL:${LIBSQL_URL}`, '--var', `BASE_URL:${BASE_URL}`, '--var', 'ON_CLOUDFLARE:1', ...own]
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/wrangler/bin/wrangler.js'),
    'deploy',
    '--config',
    'dist/worker/wrangler.json',
    ...vars,
    ...(isDry ? ['--dry-run'] : []),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, WRANGLER_SEND_METRICS: 'false' } },
)
process.exit(status ?? 1)

/** What is wrong with the way that mails are to go, before anything is built or migrated. */
function faultOfMail(): string | undefined {
  const way = readMailUrl(MAIL_URL)
  if ('fault' in way) return `MAIL_URL ${way.fault}`
  if (way.kind === 'smtp' || way.kind === 'relay')
    return 'MAIL_URL smtp://… is for npm start on one machine: on Cloudflare set https://… or scaleway://… (docs/operate.md)'
  return way.kind !== 'outbox' && !MAIL_FROM ? 'MAIL_URL needs MAIL_FROM: the address that mails are from' : undefined
}
