import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { runCommand, WrongCall } from '../command/run-command.ts'
import { whyNoSqld } from '../test/sqld.ts'

const usage = `npm run drill -- [NAME…] [--kills N] [--seconds N]

What npm test does a little of, at length: processes are killed, a server is overloaded and taken away, and it is counted
what is left. About an hour; nothing but temporary folders is touched.

  awards         badge tests are handed in while workerd, the database, the mail relay and the supervisor are killed
  sqld-load      a mixed load on sqld, which is started again, says 429 and 503 and is locked
  sqld-worker    every test of the worker on sqld
  --kills N      of each process: 200
  --seconds N    of mixed load: 192
  --help         this text

Exit codes: 0 all held, 1 something did not, 2 wrong call.`

const drills: Record<string, string[]> = {
  awards: ['--config', 'vitest.drill.config.ts', 'test/drill/awards-under-kills.test.ts'],
  'sqld-load': ['--config', 'vitest.drill.config.ts', 'test/drill/sqld-under-load.test.ts'],
  'sqld-worker': ['--project', 'worker-sqld'],
}

await runCommand({
  usage,
  options: { kills: { type: 'string', default: '200' }, seconds: { type: 'string', default: '192' } },
  async work(names, { kills, seconds }) {
    const unknown = names.find((name) => !Object.hasOwn(drills, name))
    if (unknown) throw new WrongCall(`there is no drill ${unknown}`)
    const [most, long] = [countIn('--kills', kills), countIn('--seconds', seconds)]
    const folder = await mkdtemp(join(tmpdir(), 'navet-drill-'))
    const figures = join(folder, 'figures')
    const env = { DRILL_KILLS: most, DRILL_SECONDS: long, DRILL_SQLD: 'all', DRILL_FIGURES: figures }
    const failed: string[] = []
    for (const name of names.length > 0 ? names : Object.keys(drills)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other: each wants the machine for itself
      if (!(await holds(name, env))) failed.push(name)
    }
    console.log(`\n${(await readFile(figures, 'utf8').catch(() => '')).trim()}`)
    await rm(folder, { recursive: true })
    console.log(failed.length > 0 ? `did not hold: ${failed.join(', ')}` : 'all held')
    return failed.length > 0 ? 1 : 0
  },
})

async function holds(name: string, env: Record<string, string>): Promise<boolean> {
  const why = name.startsWith('sqld') ? whyNoSqld() : undefined
  console.log(`\n— ${name}${why ? `: left out, ${why}` : ''}`)
  if (why) return true
  const child = spawn('npm', ['exec', '--', 'vitest', 'run', ...drills[name]!], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  const [code] = await once(child, 'exit')
  return code === 0
}

function countIn(option: string, text: string): string {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new WrongCall(`${option} ${text} is no number of them`)
  return text
}
