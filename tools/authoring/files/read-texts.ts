import { Memory } from './memory.ts'
import type { Place, Problems } from '../problems/problem.ts'
import { largestFile, type SourceFile } from './source-file.ts'
import { reportUnfinished } from './unfinished.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
const newline = 0x0a
/** In no text; pages that are kept mark a place with one of them. */
const noCharacter = /[\0\uFFFE\uFFFF]/

/** The text of every markdown and YAML file by path, with plain line ends; others are reported or left alone. */
export function readTexts(
  files: readonly SourceFile[],
  problems: Problems,
  memory = new Memory(),
): Map<string, string> {
  const texts = new Map<string, string>()
  for (const file of files) {
    if (!/\.(md|yml)$/.test(file.path)) continue
    const text = memory.step(`text ${file.path}`, [file.bytes], problems, (own) => readText(file, own))
    if (text !== undefined) texts.set(file.path, text)
  }
  return texts
}

function readText({ path, bytes }: SourceFile, problems: Problems): string | undefined {
  if (bytes.byteLength > largestFile) {
    problems.error('S05', { path, line: 1 }, 'the file is over 1 MB; a lesson is some thousand characters')
    return undefined
  }
  const text = decode(bytes)
  if (text === undefined) {
    problems.error('S06', firstBadByte(path, bytes), 'the file is not UTF-8 from here; save it again as UTF-8')
    return undefined
  }
  const nothing = text.search(noCharacter)
  if (nothing !== -1) {
    const line = text.slice(0, nothing).split('\n').length
    const what = text[nothing] === '\0' ? 'a zero byte' : 'a character that stands for none'
    problems.error('S06', { path, line }, `the file holds ${what}, so it is not text; save it again as UTF-8`)
    return undefined
  }
  const plain = text.replace(/\r\n?/g, '\n')
  if (path.includes('/') || path.endsWith('.yml')) reportUnfinished(path, plain, problems)
  return plain
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** A line end is one byte in UTF-8 and never part of another character, so each line can be tried alone. */
function firstBadByte(path: string, bytes: Uint8Array): Place {
  let line = 1
  for (let start = 0; start < bytes.length; line += 1) {
    const next = bytes.indexOf(newline, start)
    const end = next === -1 ? bytes.length : next
    if (decode(bytes.subarray(start, end)) === undefined) break
    start = end + 1
  }
  return { path, line }
}
