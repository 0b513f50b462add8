import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { type Started, start } from './processes.ts'

const root = join(import.meta.dirname, '../..')
/** The checkout of a test is the new one, with its packages; but for what was built, which is of before. */
const done = new Set(['git pull', 'npm ci'])
const builtOfThese = join(root, 'dist/.built')

/** The commands that docs/operate.md states for an upgrade on one machine, one by one. */
export function upgradeCommands(): string[] {
  const [, stated = ''] = /\*\*Upgrading\*\* takes three commands: ([^.]+)\./.exec(read('docs/operate.md')) ?? []
  return [...stated.matchAll(/`([^`]+)`/g)].map(([, command]) => command!)
}

/** Does what they say, the last by what docs/machine/navet.service says: gives what then runs. */
export function upgrade(env: Record<string, string>): Started {
  const commands = upgradeCommands().flatMap((line) => line.split(' && '))
  if (commands.pop() !== 'systemctl restart navet') throw new Error('an upgrade no longer ends with a restart')
  rmSync(builtOfThese, { force: true })
  for (const command of commands.filter((each) => !done.has(each)))
    execFileSync('sh', ['-c', command], { cwd: root, env: { ...process.env, LIBSQL_URL: '' } })
  return restart(env)
}

/** As systemd starts it. */
export function restart(env: Record<string, string>): Started {
  const unit = read('docs/machine/navet.service').replaceAll('/opt/navet', root)
  const own = /^Environment=(.*)$/m
    .exec(unit)![1]!
    .split(' ')
    .map((pair) => pair.split('=') as [string, string])
  return start({ ...Object.fromEntries(own), ...env }, /^ExecStart=(.*)$/m.exec(unit)![1]!.split(' '))
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}
