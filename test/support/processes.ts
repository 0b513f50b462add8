import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '../..')
/** The test runner has a BASE_URL of its own, and npm's variables. */
const { BASE_URL: _, npm_lifecycle_event: __, ...surroundings } = process.env
/** A busy machine takes its time; what is waited for is a state. */
const patience = { timeout: 150_000, interval: 50 }

export interface Started {
  child: ChildProcess
  output: () => string
}

/** `npm start`, or what it runs. When the test ends, every process that came of it has ended too. */
export function start(
  env: Record<string, string>,
  command = [process.execPath, join(root, 'tools/start.ts')],
): Started {
  const [program, ...args] = command
  const child = spawn(program!, args, { cwd: root, env: { ...surroundings, ...env } })
  let said = ''
  child.stdout!.on('data', (chunk: Buffer) => (said += chunk))
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk))
  onTestFinished(async () => {
    const family = familyOf(child.pid!)
    for (const { pid } of family) kill(pid, 'SIGCONT')
    child.kill('SIGKILL')
    await allEnd(family.map(({ pid }) => pid))
  })
  return { child, output: () => said }
}

export async function exits(started: Started): Promise<{ code: number; lines: string[] }> {
  const { child } = started
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return { code: child.exitCode ?? -1, lines: started.output().trim().split('\n') }
}

export async function answers(url: string, path = '/healthz', status = 200): Promise<void> {
  await expect.poll(async () => (await fetch(url + path).catch(() => undefined))?.status, patience).toBe(status)
}

export interface Relative {
  pid: number
  parent: number
  command: string
}

/** A process and all that came of it, as they are now; those that have ended and await their parent are left out. */
export function familyOf(pid: number): Relative[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^ *(\d+) +(\d+) +(\S+) +(.*)$/.exec(line))
    .filter((match) => match !== null && !match[3]!.startsWith('Z'))
    .map((match) => ({ pid: Number(match![1]), parent: Number(match![2]), command: match![4]! }))
  const family = all.filter((each) => each.pid === pid)
  for (const member of family) family.push(...all.filter((each) => each.parent === member.pid))
  return family
}

/** The one of a family whose command says this. */
export function memberOf(pid: number, command: string): Relative | undefined {
  return familyOf(pid).find((member) => member.command.includes(command))
}

export async function allEnd(pids: number[]): Promise<void> {
  await expect.poll(() => pids.filter((pid) => familyOf(pid).length > 0), patience).toEqual([])
}

/** It may have ended already. */
export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'navet-start-'))
}

export function takenPort(): Promise<{ port: number; close: () => void }> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () =>
      resolve({ port: (server.address() as { port: number }).port, close: () => server.close() }),
    )
  })
}

/** A place for a Navet of one's own: an empty data folder and a free port. */
export async function ownPlace(): Promise<{ env: { DATA_DIR: string; PORT: string }; url: string }> {
  const { port, close } = await takenPort()
  close()
  return { env: { DATA_DIR: join(newFolder(), 'data'), PORT: String(port) }, url: `http://127.0.0.1:${port}` }
}
