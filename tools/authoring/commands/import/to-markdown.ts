import TurndownService from 'turndown'

import type { Leave } from './taken.ts'

export type TextFormat = 'html' | 'markdown' | 'plain'

/** What a question says in one place; nobody reads more there, and what is nested without end stops here. */
const longest = 20_000
const deepest = 100

/** Blocks of markdown, of what another program holds as HTML, markdown or plain text. Files and pictures stay behind. */
export function toMarkdown(text: string, format: TextFormat, leave: Leave): string {
  if (text.trim() === '') return ''
  if (text.length > longest || depthOf(text) > deepest) {
    leave(`a text that is too long or too deep: "${text.slice(0, 40).replaceAll(/\s+/g, ' ')} …"`)
    return ''
  }
  if (format === 'markdown') return text.trim()
  const html = format === 'plain' ? escaped(text) : text
  for (const what of leftIn(html)) leave(what)
  return service.turndown(html).trim()
}

/** The same in one line, as an option or a reason is written. */
export function toLine(text: string, format: TextFormat, leave: Leave): string {
  return toMarkdown(text, format, leave).replaceAll(/\s*\n+\s*/g, ' ')
}

const service = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  emDelimiter: '*',
  codeBlockStyle: 'fenced',
})
const escapeMarks = service.escape.bind(service)
// What it leaves and the compiler reads: a tag or a comment, a sign's name, what is struck out.
service.escape = (text) =>
  escapeMarks(text)
    .replaceAll('<', '&lt;')
    .replaceAll(/&(?!lt;)(?=#?\w+;)/g, '\\&')
    .replaceAll('~', '\\~')
service.remove(['script', 'style', 'title'])
// Navet's questions hold words; headings would end the question.
service.addRule('heading', {
  filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  replacement: (words) => `\n\n**${words}**\n\n`,
})
service.addRule('picture', {
  filter: 'img',
  replacement: (_, node) => ('getAttribute' in node && node.getAttribute('alt')) || '',
})
service.addRule('address', {
  filter: (node) => node.nodeName === 'A' && !/^https?:/i.test(node.getAttribute('href') ?? ''),
  replacement: (words) => words,
})
service.addRule('rule', { filter: 'hr', replacement: () => '\n\n' })

/** Deep nesting costs whoever walks through it; what is not closed counts as open. */
function depthOf(html: string): number {
  let [depth, most] = [0, 0]
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-zA-Z][\w-]*)[^<>]*>/g)) {
    if (/^(?:br|img|hr|input|p|li|wbr)$/i.test(name!)) continue
    depth += slash ? -1 : 1
    most = Math.max(most, depth)
  }
  return most
}

function leftIn(html: string): string[] {
  const found = [
    [/<img\b/i, 'a picture, of which its words stay'],
    [
      /<(?:video|audio|iframe|object|embed|svg|math)\b/i,
      'something that is no text (video, sound, a frame, a drawing)',
    ],
    [/<table\b/i, 'a table, of which the words stay'],
    [/@@PLUGINFILE@@/, 'a file that belongs to the question'],
    [/<a\b[^<>]*\bhref=["']?(?!https?:)/i, 'a link that leads to no https:// address, of which its words stay'],
    [/\\\(|\$\$/, 'a formula, which stands as it is written'],
  ] as const
  return found.flatMap(([pattern, what]) => (pattern.test(html) ? [what] : []))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(/\r?\n/g, '<br>')
}
