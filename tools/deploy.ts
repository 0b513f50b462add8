import { noWords, runCommand } from './command/run-command.ts'
import { deploy } from './deploy/deploy.ts'
import { dryRun } from './deploy/dry-run.ts'
import { readWait } from './deploy/read-wait.ts'

const usage = `npm run deploy [-- --dry-run] [--wait SECONDS]

Builds if something changed, migrates the database and keeps the question versions, then uploads the build to Cloudflare,
asks it whether it works, and gives it the traffic. A step that fails leaves the version that served before.

  --wait SECONDS  how long the new version may take to answer (120)
  --dry-run       builds, and has wrangler say what it would hand over; the database and Cloudflare are left alone
  --help          this text

Settings: LIBSQL_URL, LIBSQL_AUTH_TOKEN and BASE_URL (https://…), CONTROLLER_NAME and CONTACT_EMAIL; where they are set also
MAIL_URL, MAIL_FROM, ISSUER_NAME, SUPPLIERS, PAPERS_READ, TRUSTED_ISSUERS, and COURSES_PRIVATE for the build.
docs/deploy.md says what comes before the first deploy. Back again: npm run rollback.

Exit codes: 0 done, 1 could not be done, 2 wrong call, 130 stopped.`

const say = (line: string) => console.log(line)

await runCommand({
  usage,
  options: { 'dry-run': { type: 'boolean', default: false }, wait: { type: 'string', default: '120' } },
  async work(words, { 'dry-run': isDry, wait }, signal) {
    noWords(words)
    const waitMs = readWait(wait)
    await (isDry ? dryRun({ say, signal }) : deploy({ waitMs, say, signal }))
  },
})
