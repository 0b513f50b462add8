import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100

/**
 * CPU time (ms) and memory (MiB) of a process and all its descendants, from Linux's own accounting. Memory is the
 * proportional set size: what processes share is counted once.
 */
export function measureTree(pid: number): { cpuMs: number; pssMb: number } {
  const tree = readTree(pid)
  return {
    cpuMs: (tree.reduce((sum, { ticks }) => sum + ticks, 0) / ticksPerSecond) * 1000,
    pssMb: tree.reduce((sum, process) => sum + pssKb(process.pid), 0) / 1024,
  }
}

function readTree(pid: number) {
  const stats = allStats()
  const tree = new Set([pid])
  for (let grown = true; grown;) {
    grown = false
    for (const { pid: child, parent } of stats) {
      if (tree.has(parent) && !tree.has(child)) {
        tree.add(child)
        grown = true
      }
    }
  }
  return stats.filter((stat) => tree.has(stat.pid))
}

function allStats() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = readOf(name, 'stat')
      if (!stat) return []
      const fields = stat.split(') ')[1]!.split(' ')
      const [parent, utime, stime] = [fields[1], fields[11], fields[12]].map(Number)
      return [{ pid: Number(name), parent: parent!, ticks: utime! + stime! }]
    })
}

function pssKb(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readOf(String(pid), 'smaps_rollup') ?? '')?.[1] ?? 0)
}

function readOf(pid: string, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return undefined // It ended while we looked.
  }
}
