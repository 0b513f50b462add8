import { execFileSync } from 'node:child_process'

const everyMs = 500

/**
 * Calls back once when the npm that runs us is gone, however it went: killed at once it tells nobody, and the shell
 * between us would wait for ever. Whoever starts us without npm decides by a signal alone.
 */
export function endWithNpm(end: () => void): void {
  const npm = process.env.npm_lifecycle_event && process.platform !== 'win32' ? npmAbove() : undefined
  if (!npm) return

  const timer = setInterval(() => {
    if (isAlive(npm)) return
    clearInterval(timer)
    end()
  }, everyMs)
  timer.unref()
}

/** Our parent, or the parent of the shell that npm runs scripts in. */
function npmAbove(): number | undefined {
  let pid = process.ppid
  for (let steps = 0; steps < 2; steps += 1) {
    const [parent, ...command] = ask(pid)
    if (/\bnpm\b/.test(command.join(' '))) return pid
    pid = Number(parent)
  }
  return undefined
}

function ask(pid: number): string[] {
  try {
    return execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/)
  } catch {
    return []
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
