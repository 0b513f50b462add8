import { slug } from 'github-slugger'

import { lexBlocks, type Markdown } from '../markdown/markdown.ts'
import { lexPiece } from '../markdown/pieces.ts'
import { plainWords } from '../markdown/plain-words.ts'
import type { QuizLine } from '../markdown/quiz-lines.ts'
import { fitsText } from '../markdown/render-phrases.ts'
import type { Place, Problems } from '../problems/problem.ts'
import { isPartHeading } from './part-heading.ts'
import { splitAt } from './read-parts.ts'

/** A part of a story, under a heading of level 4. */
export interface WrittenPart {
  place: Place
  title: Markdown
  /** GitHub's address of the heading, which links lead to. */
  slug: string
  /** As it is written in the comment; undefined where there is none. */
  id: string | undefined
  end: string | undefined
  text: Markdown
  links: WrittenLink[]
}

interface WrittenLink {
  place: Place
  text: Markdown
  /** The address behind the #. */
  to: string
}

const link = /^(\s{0,3}[-*+]\s+)\[(.*)\]\(#([^()\s]*)\)\s*$/
const item = /^\s{0,3}[-*+]\s+\[/

/** Reads the parts of a story; `lines` begin with the first one's heading, or are empty where it has none. */
export function readParts(lines: readonly QuizLine[], { path }: Place, problems: Problems): WrittenPart[] {
  const blocks: QuizLine[][] = []
  for (const line of lines) {
    if (isPartHeading(line)) blocks.push([])
    blocks.at(-1)!.push(line)
  }
  return blocks.map(([heading, ...own]) => readPart(heading!, own, path, problems))
}

function readPart(heading: QuizLine, lines: readonly QuizLine[], path: string, problems: Problems): WrittenPart {
  const place = { path, line: heading.number }
  const [, sign = '', words = ''] = /^(\s*####\s*)(.*?)(?:\s+#+)?\s*$/.exec(heading.text) ?? []
  const at = { line: heading.number, column: sign.length + 1 }
  const title = lexPiece({ lines: [words], at }, path, place, problems)
  const [before, list] = splitAt(
    lines,
    lines.findIndex((line) => !line.inCode && item.test(line.text)),
  )
  return {
    place,
    title,
    slug: slug(plainWords(title.tokens)),
    id: commentIn(lines, 'id'),
    end: commentIn(lines, 'end'),
    text: readText(before, place, problems),
    links: readLinks(list, path, problems),
  }
}

/** What a comment of its own line under the heading says: `<!-- id: call -->`. */
function commentIn(lines: readonly QuizLine[], name: string): string | undefined {
  const first = lines.findIndex(({ text }) => text.trim() !== '')
  const head = first === -1 ? lines : lines.slice(0, first)
  const said = head.map(({ raw }) => new RegExp(`^\\s*<!--\\s*${name}:\\s*(.*?)\\s*-->\\s*$`).exec(raw)?.[1])
  return said.find((value) => value !== undefined)
}

function readText(lines: readonly QuizLine[], heading: Place, problems: Problems): Markdown {
  const first = lines.findIndex(({ text }) => text.trim() !== '')
  const place = first === -1 ? heading : { path: heading.path, line: lines[first]!.number }
  const shown = lines.slice(Math.max(first, 0)).map(({ text }) => text)
  const text = lexBlocks(shown.join('\n').trimEnd(), place, problems)
  const stray = text.tokens.find((token) => !fitsText(token))
  if (stray) problems.error('S36', place, `a ${stray.type} cannot stand in a story; use paragraphs, quotes and lists`)
  return text
}

function readLinks(lines: readonly QuizLine[], path: string, problems: Problems): WrittenLink[] {
  return lines.flatMap((line) => {
    if (line.text.trim() === '') return []
    const [, bullet, words, address] = link.exec(line.text) ?? []
    const place = { path, line: line.number, column: line.text.search(/\S/) + 1 }
    if (bullet === undefined || words === undefined || address === undefined) {
      const message =
        'this line is no choice; write each as "- [what you do](#the-heading-it-leads-to)", and nothing after them'
      problems.error('S26', place, message)
      return []
    }
    const at = { line: line.number, column: bullet.length + 2 }
    const text = lexPiece({ lines: [words], at }, path, { ...place, column: at.column }, problems)
    return [{ place, text, to: decoded(address) }]
  })
}

/** Browsers write å as %C3%A5. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
