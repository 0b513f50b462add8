import { type LockFile, lockedIn, type Locked, type Manifest } from './lock-file.ts'

/** What is asked for by Navet, as package.json and the lock file say it, and by the packages, one line for each fault. */
export function faultsOfWishes(lock: LockFile, manifest: Manifest): string[] {
  const locked = lockedIn(lock)
  const versions = new Map(locked.map(({ folder, version }) => [folder, version]))
  const kinds = Object.keys(manifest) as (keyof Manifest)[]
  return [
    ...kinds.flatMap((kind) => faultsOfKind(kind, lock.packages[''][kind], manifest[kind], versions)),
    ...locked.flatMap(fromElsewhere),
  ]
}

/** The names of what a package brings with it. A peer that it can do without is brought by whoever wants it. */
export function wishesOf({ dependencies, optionalDependencies, ...entry }: Locked): string[] {
  const peers = Object.keys(entry.peerDependencies).filter((name) => !entry.peerDependenciesMeta[name]?.optional)
  return [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers]
}

type Wishes = Manifest[keyof Manifest]

function faultsOfKind(kind: string, locked: Wishes, asked: Wishes, versions: ReadonlyMap<string, string | undefined>) {
  return [...new Set([...Object.keys(asked), ...Object.keys(locked)])].flatMap((name) => {
    const wish = locked[name]
    if (wish !== asked[name]) {
      return [`${kind}: ${name} is ${wish ?? 'not asked for'}; package.json says ${asked[name] ?? 'nothing of it'}`]
    }
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(wish!)) {
      return [`${kind}: ${name} is asked for as ${wish}, not as one version`]
    }
    const version = versions.get(`node_modules/${name}`)
    return version === wish ? [] : [`${kind}: ${name} is asked for as ${wish}, and locked as ${version ?? 'nothing'}`]
  })
}

/** A range or a tag is of the registry; whatever has a colon or a slash is an address, a folder or another name. */
function fromElsewhere({ folder, ...entry }: Locked): string[] {
  const wishes = { ...entry.peerDependencies, ...entry.optionalDependencies, ...entry.dependencies }
  return Object.entries(wishes)
    .filter(([, wish]) => /[:/]/.test(wish))
    .map(([name, wish]) => `${folder} asks for ${name} from elsewhere: ${wish}`)
}
