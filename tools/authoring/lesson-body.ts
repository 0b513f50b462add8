import { Lexer, type Token, type Tokens } from 'marked'

import type { FactsById } from './facts.ts'
import { leaveOutUnpublished } from './facts.ts'
import { type MarkdownOptions, renderBlocks, renderInline } from './markdown.ts'
import type { Place, Problems } from './problem.ts'

const callouts = [
  { heading: /^(Gör nu|Do it now)\b/, className: 'callout f-forest', id: 'do-now' },
  { heading: /^(Kom ihåg|Remember)\b/, className: 'callout f-copper', id: 'remember' },
]

/** Renders a lesson's text with the markup of the lesson page; `place` is the text's first line. */
export function renderLesson(
  text: string,
  options: MarkdownOptions & { facts: FactsById; domains: ReadonlySet<string> },
  place: Place,
  problems: Problems,
): string {
  const kept = leaveOutUnpublished(text, options.facts, place, problems)
  const tokens = Lexer.lex(kept)
  return sectionsOf(tokens)
    .map((section) => renderSection(section, options))
    .join('')
}

interface Section {
  heading: Tokens.Heading | undefined
  tokens: Token[]
}

function sectionsOf(tokens: Token[]): Section[] {
  const sections: Section[] = [{ heading: undefined, tokens: [] }]
  for (const token of tokens) {
    if (token.type === 'heading' && (token as Tokens.Heading).depth === 2)
      sections.push({ heading: token as Tokens.Heading, tokens: [] })
    else sections.at(-1)!.tokens.push(token)
  }
  return sections
}

function renderSection({ heading, tokens }: Section, options: MarkdownOptions): string {
  if (!heading) return renderBlocks(tokens, options)

  const callout = callouts.find((entry) => entry.heading.test(heading.text))
  if (!callout) return renderBlocks([heading, ...tokens], options)

  const [title = '', note] = heading.text.split(/:\s*/)
  const small = note ? ` <span>${renderInline(capital(note), options)}</span>` : ''
  const body = renderBlocks(tokens, options).replace('<ul>', '<ul class="keep">')
  return `<section class="${callout.className}" aria-labelledby="${callout.id}"><h2 id="${callout.id}">${renderInline(title, options)}${small}</h2>${body}</section>\n`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
