import type { Token, Tokens } from 'marked'

import type { MarkdownContext } from './markdown-context.ts'
import { whyNotShown } from '../files/facts.ts'
import { leaveOutUnshown } from './leave-out.ts'
import type { Markdown } from './markdown.ts'
import { withLines } from './lines.ts'
import { renderBlocks } from './render-blocks.ts'
import { renderInline, type Rendering } from './render-inline.ts'
import type { Fact } from '../files/schemas.ts'
import { Sources } from './sources.ts'
import { Terms } from './terms.ts'

const callouts = [
  { heading: /^(Gör nu|Do it now)(:|$)/i, className: 'callout f-forest', id: 'do-now', listClass: '' },
  { heading: /^(Kom ihåg|Remember)(:|$)/i, className: 'callout f-copper', id: 'remember', listClass: 'keep' },
]

/** A course's page and the artefact look like a lesson's text, but only a lesson explains the glossary's terms. */
export type PageKind = 'lesson' | 'page'

/** Renders a page's text with the markup of the lesson page. */
export function renderPage(markdown: Markdown, context: MarkdownContext, kind: PageKind): string {
  const facts = shownFacts(context)
  const sources = new Sources(facts, context.shared.domains, context.locale)
  const finder = kind === 'lesson' ? context.shared.glossary?.[context.locale] : undefined
  const terms = finder && new Terms(finder, context.locale)
  const rendering = { ...context, path: markdown.place.path, sources, terms }
  const tokens = context.draft ? withLines(markdown.tokens, markdown.place.line) : markdown.tokens
  const sections = sectionsOf(leaveOutUnshown(tokens, (id) => facts.has(id)))
  const text = sections.map((section) => renderSection(section, rendering)).join('')
  return text + (terms?.render() ?? '') + sources.render()
}

function shownFacts({ shared, inLaw }: MarkdownContext): ReadonlyMap<string, Fact> {
  const shown = [...(shared.facts ?? [])].filter(([, fact]) => whyNotShown(fact, inLaw) === undefined)
  return new Map(shown)
}

/** A level-2 heading and what follows it. */
interface Section {
  heading: Tokens.Heading | undefined
  tokens: Token[]
}

function sectionsOf(tokens: readonly Token[]): Section[] {
  const sections: Section[] = [{ heading: undefined, tokens: [] }]
  for (const token of tokens) {
    if (token.type === 'heading' && (token as Tokens.Heading).depth <= 2) {
      sections.push({ heading: token as Tokens.Heading, tokens: [] })
    } else sections.at(-1)!.tokens.push(token)
  }
  return sections
}

function renderSection({ heading, tokens }: Section, rendering: Rendering): string {
  if (!heading) return renderBlocks(tokens, rendering)

  const callout = callouts.find((entry) => entry.heading.test(heading.text))
  if (!callout) return renderBlocks([heading, ...tokens], rendering)

  const { className, id, listClass } = callout
  const body = renderBlocks(tokens, rendering).trimEnd()
  const inside = listClass ? body.replace(/<ul(?=[ >])/, `<ul class="${listClass}"`) : body
  return `<section class="${className}" aria-labelledby="${id}"><h2 id="${id}">${titleOf(heading, rendering)}</h2>\n${inside}</section>\n`
}

/** "Gör nu: två minuter" shows the time apart, as `Gör nu <span>Två minuter</span>`. */
function titleOf({ tokens }: Tokens.Heading, rendering: Rendering): string {
  const html = renderInline(tokens, { ...rendering, terms: undefined })
  const [, title, note] = /^([^:<]+):\s+(.+)$/s.exec(html) ?? []
  return title && note ? `${title} <span>${note.charAt(0).toUpperCase()}${note.slice(1)}</span>` : html
}
