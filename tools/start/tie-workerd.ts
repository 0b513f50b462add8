import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const workerd = (createRequire(import.meta.url)('workerd') as { default: string }).default
const wrapper = join(import.meta.dirname, 'workerd.sh')
/** With its end, the longest name that a socket may have on every system. */
const longestSocket = 104
/**
 * Ends the workerd it was told of, or that wrote itself down, if that is still workerd, once nobody holds our standard
 * input any more. The shell reads by itself: a program that reads for it could be killed, and look like that end. The
 * folder is moved first: a workerd that is just being started has written itself down by then, or never can.
 */
const watch = `while read -r said; do pid=$said; done
mv "$1" "$1.ended" && read -r said <"$1.ended/pid" && pid=$said
[ -z "$pid" ] || case "$(cat "/proc/$pid/comm" || ps -o comm= -p "$pid")" in *workerd*) kill -9 "$pid" ;; esac
rm -rf "$1" "$1.ended"`

export interface TiedWorkerd {
  /** A folder of ours alone, which is gone when we are. */
  folder: string
  /** What starts workerd, with its environment. */
  program: string
  env: Record<string, string>
  /** Makes the folder again, if somebody took it away. */
  keepFolder(): void
  /** Says which process workerd is, for whoever can: then its end needs no file. */
  tell(pid: number | undefined): void
  /** Lets the requests under way end, for at most so long; then there is no workerd and no folder any more. */
  drain(mostMs: number): Promise<void>
}

/**
 * Ties the life of the workerd that is started with this to ours: however we end, it ends too. Workerd knows nothing of
 * who started it. On Windows nothing is tied. `place`: where our folder is made, best where nobody clears up by age.
 */
export function tieWorkerd(place = tmpdir()): TiedWorkerd {
  const folder = folderIn(place)
  const keepFolder = () => void mkdirSync(folder, { recursive: true, mode: 0o700 })
  const clear = () => rmSync(folder, { recursive: true, force: true })
  if (process.platform === 'win32')
    return { folder, program: workerd, env: {}, keepFolder, tell() {}, drain: async () => clear() }

  const file = join(folder, 'pid')
  let told: number | undefined
  const watcher = keepWatching(folder, () => told)
  return {
    folder,
    program: wrapper,
    env: { NAVET_WORKERD: workerd, NAVET_WORKERD_PID: file },
    keepFolder,
    tell(pid) {
      told = pid
      watcher.tell()
    },
    async drain(mostMs) {
      const pid = told ?? pidIn(file)
      if (pid) await endGently(pid, mostMs)
      watcher.stop()
      clear()
    },
  }
}

function folderIn(place: string): string {
  const prefix = join(place, 'navet-workerd-')
  const fits = Buffer.byteLength(`${prefix}XXXXXX/schedule`) < longestSocket
  return mkdtempSync(fits ? prefix : join(tmpdir(), 'navet-workerd-'))
}

/** The watcher is a group of its own, so that what ends ours leaves it time to act; killed by itself, it comes back. */
function keepWatching(folder: string, told: () => number | undefined) {
  let stopping = false
  let watcher: ChildProcess
  const tell = () => told() && watcher.stdin?.write(`${told()}\n`)
  const begin = () => {
    watcher = spawn('/bin/sh', ['-c', watch, 'watch', folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
    watcher.once('exit', () => {
      if (!stopping) begin()
    })
    watcher.unref()
    watcher.stdin!.on('error', () => undefined)
    ;(watcher.stdin as unknown as { unref(): void }).unref()
    tell()
  }
  begin()
  return {
    tell,
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
