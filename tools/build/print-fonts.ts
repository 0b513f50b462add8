import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import type { Plugin } from 'vite'

import { readFont } from './read-font.ts'
import { readWoff } from './read-woff.ts'

const folder = join(import.meta.dirname, '../../web/assets/fonts/print')
const files = { head: 'navet-print-head', text: 'navet-print-text', bold: 'navet-print-bold' }
const modules: Record<string, () => Promise<string>> = {
  'virtual:print-fonts': async () => {
    const read = Object.entries(files).map(async ([use, name]) => [use, await fontOf(name)])
    return moduleOf('fonts', Object.fromEntries(await Promise.all(read)))
  },
  'virtual:name-fonts': async () => {
    const names = (await readdir(join(folder, 'names'))).filter((file) => file.endsWith('.woff')).sort()
    return moduleOf('nameFonts', await Promise.all(names.map(nameFontOf)))
  },
}

/**
 * Serves the fonts that go into a PDF, read and compressed when the product is built: `virtual:print-fonts`, and
 * `virtual:name-fonts` for the letters of holders' names that those lack.
 */
export function printFonts(): Plugin {
  return {
    name: 'navet:print-fonts',
    resolveId: (source) => (Object.hasOwn(modules, source) ? `\0${source}` : undefined),
    load: (source) => modules[source.replace('\0', '')]?.(),
  }
}

function moduleOf(name: string, fonts: object): string {
  const bytes = 'Uint8Array.from(atob(font.file), (char) => char.charCodeAt(0))'
  return `
const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(fonts))})
for (const font of Object.values(${name})) font.file = ${bytes}
export { ${name} }
`
}

async function fontOf(name: string) {
  return packed(name, await readFile(join(folder, `${name}.ttf`)))
}

async function nameFontOf(file: string) {
  return packed(`navet-names-${file.replace('.woff', '')}`, readWoff(await readFile(join(folder, 'names', file))))
}

function packed(name: string, font: Uint8Array) {
  return { name, ...readFont(font), length: font.length, file: deflateSync(font, { level: 9 }).toString('base64') }
}
