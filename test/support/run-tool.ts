import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
/** The test runner has a BASE_URL of its own, and npm's variables. */
const { BASE_URL: _, npm_lifecycle_event: __, ...surroundings } = process.env

/** Runs a command of the operator's to its end: its exit code, and all it said. */
export async function runTool(env: Record<string, string>, file: string, ...args: string[]) {
  return endOf(spawnTool(env, file, ...args))
}

/** The same where no file may be larger than 100 KiB, as on a disk that is full. */
export async function runInLittleRoom(env: Record<string, string>, file: string, ...args: string[]) {
  const words = [
    '-c',
    `trap '' XFSZ; ulimit -f 200; exec "$0" "$@"`,
    process.execPath,
    join(root, 'tools', file),
    ...args,
  ]
  return endOf(spawn('sh', words, optionsFor(env)))
}

/** A command as a terminal runs it: `interrupt` is its Ctrl-C, or the terminal closed; whatever the command has begun gets it as well. */
export function runInTerminal(env: Record<string, string>, file: string, ...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'tools', file), ...args], { ...optionsFor(env), detached: true })
  return {
    ended: endOf(child),
    interrupt: (signal: 'SIGINT' | 'SIGHUP' = 'SIGINT') => process.kill(-child.pid!, signal),
  }
}

/** The same as somebody who owns none of the files here; needs root. */
export async function runAsNobody(env: Record<string, string>, file: string, ...args: string[]) {
  const words = [join(root, 'tools', file), ...args]
  return endOf(spawn(process.execPath, words, { ...optionsFor(env), uid: 65_534, gid: 65_534 }))
}

async function endOf(child: ReturnType<typeof spawnTool>) {
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk))
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  return { code, signal, said: said.trim() }
}

export function spawnTool(env: Record<string, string>, file: string, ...args: string[]) {
  return spawn(process.execPath, [join(root, 'tools', file), ...args], optionsFor(env))
}

function optionsFor(env: Record<string, string>) {
  return {
    cwd: root,
    env: { ...surroundings, LIBSQL_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
  }
}
