import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const wrapper = join(import.meta.dirname, 'workerd.sh')
/** Ends the process that the file names, if that is still workerd, once nobody holds our standard input any more. */
const watch = `cat >/dev/null; read -r pid <"$1" || exit 0
case "$(cat "/proc/$pid/comm" 2>/dev/null || ps -o comm= -p "$pid")" in *workerd*) kill -9 "$pid" ;; esac
rm -rf "\${1%/*}"`

export interface TiedWorkerd {
  /** For the environment in which miniflare starts workerd. */
  env: Record<string, string>
  /** Lets the requests under way end, for at most so long; no other workerd starts from here. */
  drain(mostMs: number): Promise<void>
}

/**
 * Ties the life of the workerd that miniflare starts to ours: however we end, it ends too. Miniflare kills it only
 * when it is itself told to stop, and workerd knows nothing of who started it. On Windows nothing is tied.
 */
export function tieWorkerd(): TiedWorkerd {
  if (process.platform === 'win32') return { env: {}, drain: async () => undefined }

  const folder = mkdtempSync(join(tmpdir(), 'navet-workerd-'))
  const file = join(folder, 'pid')
  process.env.MINIFLARE_WORKERD_PATH = wrapper
  process.env.NAVET_WORKERD = workerdPath()
  const watcher = keepWatching(file)

  return {
    env: { NAVET_WORKERD_PID: file },
    async drain(mostMs) {
      const pid = pidIn(file)
      rmSync(folder, { recursive: true, force: true })
      watcher.stop()
      if (pid) await endGently(pid, mostMs)
    },
  }
}

function workerdPath(): string {
  const fromMiniflare = createRequire(createRequire(import.meta.url).resolve('miniflare'))
  return (fromMiniflare('workerd') as { default: string }).default
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

async function endGently(pid: number, mostMs: number): Promise<void> {
  const until = Date.now() + mostMs
  try {
    process.kill(pid, 'SIGTERM')
    while (Date.now() < until) {
      process.kill(pid, 0)
      await pause(20)
    }
  } catch {
    // It is gone.
  }
}
