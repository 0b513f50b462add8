import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { runCommand, WrongCall } from '../command/run-command.ts'
import { faultsOfLock } from './faults-of-lock.ts'
import { licenceOf } from './licences.ts'
import { LockFile, lockedIn, Manifest } from './lock-file.ts'

const usage = `npm run -s supplies -- check|licences

What Navet is made of by others, as package-lock.json holds it. Nothing is asked of the net, nothing is written.

  check      every package from npm's registry, held by its SHA-512, under a licence that we may use it under, asked for
             by somebody, and without a program that runs when it is installed unless we know of it; package.json asks
             for exact versions, and the lock file for the same
  licences   each licence, with the packages that have it
  --help     this text

The texts of the licences: dist/client/licences.txt and dist/worker/licences.md. The bill of materials (CycloneDX):
dist/sbom.cdx.json. A build makes all three. Known holes are not looked up here: that needs the net (npm audit, or the bill
of materials given to a scanner).

Exit codes: 0 in order, 1 not, 2 wrong call.`

await runCommand({
  usage,
  options: {},
  async work([command, ...more]) {
    if (more.length > 0 || (command !== 'check' && command !== 'licences')) throw new WrongCall('check or licences?')
    const lock = LockFile.parse(await read('package-lock.json'))
    return command === 'check' ? check(lock, Manifest.parse(await read('package.json'))) : list(lock)
  },
})

async function read(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(import.meta.dirname, '../..', name), 'utf8'))
}

function check(lock: LockFile, manifest: Manifest): number {
  const faults = faultsOfLock(lock, manifest)
  for (const fault of faults) console.error(`package-lock.json: ${fault}`)
  if (faults.length === 0) console.log(`${lockedIn(lock).length} packages are in order.`)
  return faults.length > 0 ? 1 : 0
}

function list(lock: LockFile): number {
  const byLicence = Map.groupBy(lockedIn(lock), (each) => licenceOf(each) ?? 'not said')
  const known = [...byLicence].sort(([, a], [, b]) => b.length - a.length)
  for (const [licence, packages] of known) {
    const names = [...new Set(packages.map(({ name, version }) => `${name} ${version}`))].sort()
    console.log(`${licence} (${names.length})\n  ${names.join(', ')}\n`)
  }
  return 0
}
