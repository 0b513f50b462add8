import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** The text of every source file that may ask for words; the words themselves are left out. */
export function sources(): string {
  return ['web', 'worker', 'tools']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(root, folder, path)),
    )
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('/web/messages/'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
}

/** Keys that are put together, `error.${kind}.title`, as patterns. */
export function composedKeys(text: string): RegExp[] {
  return [...text.matchAll(/`([a-z]+\.[^`\s]*\$\{[^`]*)`/g)].map(([, key]) => {
    const parts = key!.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(/[.+]/g, '\\$&'))
    return new RegExp(`^${parts.join('[\\w+-]+')}$`)
  })
}
