import { linesInCode } from '../../files/lines-in-code.ts'
import { readTexts } from '../../files/read-texts.ts'
import type { SourceFile } from '../../files/source-file.ts'
import { type Place, Problems } from '../../problems/problem.ts'

/** An address on another site, and everywhere it is written. */
export interface ExternalLink {
  address: string
  places: Place[]
}

const written = /https?:\/\/[^\s<>"'`\])}]*[^\s<>"'`\])}.,;:!?]/g

/** Every address on another site that courses or facts name, outside code: each once, in the order of the files. */
export function findLinks(files: readonly SourceFile[]): ExternalLink[] {
  const links = new Map<string, Place[]>()
  for (const [path, text] of readTexts(files.filter(isShown), new Problems())) {
    const lines = text.split('\n')
    const code = linesInCode(lines)
    for (const [i, line] of lines.entries()) {
      if (code.has(i)) continue
      const words = path.endsWith('.md') ? line.replace(/`[^`]*`/g, (part) => ' '.repeat(part.length)) : line
      for (const { 0: address, index } of words.matchAll(written))
        links.set(address, [...(links.get(address) ?? []), { path, line: i + 1, column: index + 1 }])
    }
  }
  return [...links].map(([address, places]) => ({ address, places }))
}

/** What pages are made of; the author's guide is for authors. */
function isShown({ path }: SourceFile): boolean {
  return path === 'facts.yml' || /^[^/]+\/.*\.(md|yml)$/.test(path)
}
