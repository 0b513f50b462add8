import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const workerd = (createRequire(import.meta.url)('workerd') as { default: string }).default
const wrapper = join(import.meta.dirname, 'workerd.sh')
/** Ends the process that the file names, if that is still workerd, once nobody holds our standard input any more. */
const watch = `cat >/dev/null; read -r pid <"$1" || exit 0
case "$(cat "/proc/$pid/comm" 2>/dev/null || ps -o comm= -p "$pid")" in *workerd*) kill -9 "$pid" ;; esac
rm -rf "\${1%/*}"`

export interface TiedWorkerd {
  /** A folder of ours alone, which is gone when we are. */
  folder: string
  /** What starts workerd, with its environment. */
  program: string
  env: Record<string, string>
  /** Lets the requests under way end, for at most so long; no other workerd starts from here. */
  drain(mostMs: number): Promise<void>
}

/**
 * Ties the life of the workerd that is started with this to ours: however we end, it ends too. Workerd knows nothing of
 * who started it. On Windows nothing is tied.
 */
export function tieWorkerd(): TiedWorkerd {
  const folder = mkdtempSync(join(tmpdir(), 'navet-workerd-'))
  const clear = () => rmSync(folder, { recursive: true, force: true })
  if (process.platform === 'win32') return { folder, program: workerd, env: {}, drain: async () => clear() }

  const file = join(folder, 'pid')
  const watcher = keepWatching(file)
  return {
    folder,
    program: wrapper,
    env: { NAVET_WORKERD: workerd, NAVET_WORKERD_PID: file },
    async drain(mostMs) {
      const pid = pidIn(file)
      clear()
      watcher.stop()
      if (pid) await endGently(pid, mostMs)
    },
  }
}

/** The watcher is a group of its own, so that what ends ours leaves it time to act; killed by itself, it comes back. */
function keepWatching(file: string): { stop(): void } {
  let stopping = false
  let watcher: ChildProcess
  const begin = () => {
    watcher = spawn('/bin/sh', ['-c', watch, 'watch', file], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
    watcher.once('exit', () => {
      if (!stopping) begin()
    })
    watcher.unref()
    ;(watcher.stdin as unknown as { unref(): void }).unref()
  }
  begin()
  return {
    stop() {
      stopping = true
      watcher.kill('SIGKILL')
    },
  }
}

function pidIn(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

/** Told twice it would end at once; told once and not done in time, it is ended. */
async function endGently(pid: number, mostMs: number): Promise<void> {
  const until = Date.now() + mostMs
  try {
    process.kill(pid, 'SIGTERM')
    while (Date.now() < until) {
      process.kill(pid, 0)
      await pause(20)
    }
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone.
  }
}
