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
})

const Root = z.object({ dependencies: Wishes, devDependencies: Wishes, optionalDependencies: Wishes })

export const LockFile = z.object({
  lockfileVersion: z.literal(3),
  packages: z.object({ '': Root }).catchall(Entry),
})

/** `npm`'s package-lock.json, as far as it is looked at. */
export type LockFile = z.infer<typeof LockFile>
/** A package of it: `name`, and `folder` where it is installed. */
export type Locked = Omit<z.infer<typeof Entry>, 'name'> & { name: string; folder: string }

/** What it installs, without Navet itself. */
export function lockedIn({ packages }: LockFile): Locked[] {
  return Object.entries(packages)
    .filter(([folder]) => folder !== '')
    .map(([folder, entry]) => {
      const locked = entry as z.infer<typeof Entry>
      return { ...locked, folder, name: locked.name ?? folder.split('node_modules/').at(-1)! }
    })
}
