import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import type { Plugin } from 'vite'

import { readFont } from './read-font.ts'

const id = 'virtual:print-fonts'
const folder = join(import.meta.dirname, '../../web/assets/fonts/print')
const files = { head: 'navet-print-head', text: 'navet-print-text', bold: 'navet-print-bold' }

/** Serves `virtual:print-fonts`: the fonts that go into a PDF, read and compressed when the product is built. */
export function printFonts(): Plugin {
  return {
    name: 'navet:print-fonts',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    async load(source) {
      if (source !== `\0${id}`) return undefined
      const fonts = await Promise.all(Object.entries(files).map(async ([use, name]) => [use, await fontOf(name)]))
      const bytes = 'Uint8Array.from(atob(font.file), (char) => char.charCodeAt(0))'
      return `
const fonts = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(fonts)))})
for (const font of Object.values(fonts)) font.file = ${bytes}
export { fonts }
`
    },
  }
}

async function fontOf(name: string) {
  const file = await readFile(join(folder, `${name}.ttf`))
  return { name, ...readFont(file), length: file.length, file: deflateSync(file, { level: 9 }).toString('base64') }
}
