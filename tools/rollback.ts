import { Problem } from './command/problem.ts'
import { runCommand, WrongCall } from './command/run-command.ts'
import { readWait } from './deploy/read-wait.ts'
import { rollBack } from './deploy/rollback.ts'

const usage = `npm run rollback [-- VERSION] [--dry-run] [--wait SECONDS]

Gives the traffic on Cloudflare back to the version that the last deploy took the place of, or to VERSION (npx wrangler
versions list), once that one has shown that it works on the database as it is now. The database is left as it is.

  --wait SECONDS  how long the version may take to answer (120)
  --dry-run       says which version would serve
  --help          this text

Setting: BASE_URL. Exit codes: 0 done, 1 could not be done, 2 wrong call, 130 stopped.`

const say = (line: string) => console.log(line)

await runCommand({
  usage,
  options: { 'dry-run': { type: 'boolean', default: false }, wait: { type: 'string', default: '120' } },
  async work([to, ...more], { 'dry-run': isDry, wait }, signal) {
    if (more.length > 0 || (to !== undefined && !/^[0-9a-f-]{36}$/.test(to)))
      throw new WrongCall('VERSION is the id of one version')
    const waitMs = readWait(wait)
    const { BASE_URL } = process.env
    if (!BASE_URL?.startsWith('https://')) throw new Problem('set BASE_URL (https://…), where people reach Navet')
    await rollBack({ baseUrl: BASE_URL.replace(/\/+$/, ''), to, isDry, waitMs, say, signal })
  },
})
