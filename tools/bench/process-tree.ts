import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100
const pageBytes = 4096

/** CPU time and resident memory of a process and all its descendants, from Linux's own accounting. */
export function measureTree(pid: number): { cpuMs: number; rssMb: number } {
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
  const own = stats.filter((stat) => tree.has(stat.pid))
  return {
    cpuMs: (own.reduce((sum, stat) => sum + stat.ticks, 0) / ticksPerSecond) * 1000,
    rssMb: (own.reduce((sum, stat) => sum + stat.pages, 0) * pageBytes) / 2 ** 20,
  }
}

function allStats() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]!.split(' ')
        const [parent, utime, stime, pages] = [fields[1], fields[11], fields[12], fields[21]].map(Number)
        return [{ pid: Number(name), parent: parent!, ticks: utime! + stime!, pages: pages! }]
      } catch {
        return [] // It ended while we looked.
      }
    })
}
