import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

import { faultOfLicence } from '../supplies/licences.ts'

const fonts = join(import.meta.dirname, '../../web/assets/fonts')
const fontTexts = [
  ['Fonts', join(fonts, 'OFL.txt')],
  ['Fonts for the letters of names', join(fonts, 'print/names/OFL.txt')],
] as const
/** By environment. The worker's is for whoever runs it: by this ending no deployment takes it for a module. */
const fileNames: Record<string, string> = { client: 'licences.txt', worker: 'licences.md' }

/**
 * Two plugins that have a build list the licences of what it holds by others: what browsers get in `/licences.txt`, which
 * is served, and what the worker is made of beside it; each with the fonts that are in it. `inWebWorkers` belongs to
 * `worker.plugins`: Vite builds a page's own workers apart (and its `build.license` does not see them).
 */
export function licences(): { inBuild: Plugin; inWebWorkers: Plugin } {
  const known = new Map<string, Set<string>>()
  const note = (environment: string, bundle: Rolldown.OutputBundle) => {
    const folders = known.get(environment) ?? new Set<string>()
    known.set(environment, folders)
    for (const folder of packagesIn(bundle)) folders.add(folder)
    return folders
  }
  return {
    inWebWorkers: {
      name: 'navet:licences-of-web-workers',
      generateBundle: (_options, bundle) => void note('client', bundle),
    },
    inBuild: {
      name: 'navet:licences',
      generateBundle(_options, bundle) {
        const { name } = this.environment
        this.emitFile({ type: 'asset', fileName: fileNames[name] ?? 'licences.md', source: listOf(note(name, bundle)) })
      },
    },
  }
}

/** The folders of the packages whose modules are in it. */
function packagesIn(bundle: Rolldown.OutputBundle): string[] {
  const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))
  return modules
    .map((id) => id.replaceAll('\0', '').split('?')[0]!)
    .filter((path) => path.includes('/node_modules/') && existsSync(path))
    .map(packageOf)
}

function packageOf(path: string): string {
  let folder = dirname(path)
  // A package.json without a name only says of what kind the modules beside it are.
  while (!namedIn(folder)) folder = dirname(folder)
  return folder
}

function namedIn(folder: string): { name: string; version: string; license?: string } | undefined {
  const file = join(folder, 'package.json')
  const read = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return read.name && read.version ? read : undefined
}

function listOf(folders: Iterable<string>): string {
  const parts = [...folders].map((folder) => {
    const { name, version, license = '' } = namedIn(folder)!
    const fault = faultOfLicence({ name, license }, true)
    if (fault) throw new Error(`${name}, which the build holds, ${fault}`)
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
    return [`${name} ${version} ${license}`.trim(), ...(file ? [readFileSync(join(folder, file), 'utf8').trim()] : [])]
  })
  const texts = [
    ...parts.sort(([a], [b]) => (a! < b! ? -1 : 1)),
    ...fontTexts.map(([head, file]) => [head, readFileSync(file, 'utf8').trim()]),
  ]
  return `${texts.map(([head, ...text]) => [`## ${head}`, ...text].join('\n\n')).join('\n\n')}\n`
}
