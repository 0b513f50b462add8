import { z } from 'zod'

const Wishes = z.record(z.string(), z.string()).default({})
const Entry = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  dev: z.boolean().default(false),
  link: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
  dependencies: Wishes,
  optionalDependencies: Wishes,
  peerDependencies: Wishes,
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().default(false) })).default({}),
})

/** What Navet asks for itself: in package.json, and once more in the lock file. */
export const Manifest = z.object({
  dependencies: Wishes,
  devDependencies: Wishes,
  optionalDependencies: Wishes,
  peerDependencies: Wishes,
})
export type Manifest = z.infer<typeof Manifest>

export const LockFile = z.object({
  lockfileVersion: z.literal(3),
  packages: z.object({ '': Manifest }).catchall(Entry),
})

/** `npm`'s package-lock.json, as far as it is looked at. */
export type LockFile = z.infer<typeof LockFile>
/** A package of it: `name`, and `folder` where it is installed. `alias` is the name that it gives itself, where the lock says one. */
export type Locked = Omit<z.infer<typeof Entry>, 'name'> & { name: string; folder: string; alias: string | undefined }

/** What it installs, without Navet itself. */
export function lockedIn({ packages }: LockFile): Locked[] {
  return Object.entries(packages)
    .filter(([folder]) => folder !== '')
    .map(([folder, entry]) => {
      const { name: alias, ...locked } = entry as z.infer<typeof Entry>
      return { ...locked, folder, alias, name: alias ?? folder.split('node_modules/').at(-1)! }
    })
}
