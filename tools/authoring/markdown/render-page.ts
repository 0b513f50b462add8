import type { Token, Tokens } from 'marked'

import { askedPart } from '../../../formats/catalogue/estimate-parts.ts'
import { sectionAt } from '../../../formats/catalogue/section-at.ts'
import type { EstimateHead } from '../files/estimate-head.ts'
import type { MarkdownContext } from './markdown-context.ts'
import { headingId } from './named-headings.ts'
import { whyNotShown } from '../files/facts.ts'
import { estimateOf, renderFolded } from './render-estimate.ts'
import { calloutUnder } from './callouts.ts'
import { leaveOutUnshown } from './leave-out.ts'
import type { Markdown } from './markdown.ts'
import { withLines } from './lines.ts'
import { renderBlocks } from './render-blocks.ts'
import { renderInline, type Rendering } from './render-inline.ts'
import type { Fact } from '../files/schemas.ts'
import { Sources } from './sources.ts'
import { splitSections, type TokenSection } from './split-sections.ts'
import { Terms } from './terms.ts'

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
  const sections = splitSections(leaveOutUnshown(tokens, (id) => facts.has(id)))
  const estimates = sections.map((section) => (kind === 'lesson' ? estimateOf(section) : undefined))
  const text = sections
    .map((section, i) => {
      const [own, before] = [estimates[i], estimates[i - 1]]
      if (own) return renderAsked(own, section, rendering)
      const html = renderSection(section, rendering)
      return before ? renderFolded(before, html, context.locale) : html
    })
    .join('')
  return text + (terms?.render() ?? '') + sources.render()
}

function shownFacts({ shared, inLaw }: MarkdownContext): ReadonlyMap<string, Fact> {
  const shown = [...(shared.facts ?? [])].filter(([, fact]) => whyNotShown(fact, inLaw) === undefined)
  return new Map(shown)
}

function renderSection({ heading, tokens }: TokenSection, rendering: Rendering): string {
  if (!heading) return renderBlocks(tokens, rendering)

  const callout = calloutUnder(heading)
  if (!callout) return renderBlocks([heading, ...tokens], rendering)

  const { className, listClass } = callout
  const id = placeOf(tokens) ?? callout.id
  const body = renderBlocks(tokens, rendering).trimEnd()
  const inside = listClass ? body.replace(/<ul(?=[ >])/, `<ul class="${listClass}"`) : body
  return `<section class="${className}" aria-labelledby="${id}"><h2 id="${id}">${titleOf(heading, rendering)}</h2>\n${inside}</section>\n`
}

function renderAsked({ id }: EstimateHead, { heading, tokens }: TokenSection, rendering: Rendering): string {
  const title = renderInline(heading!.tokens, { ...rendering, terms: undefined })
  return askedPart(id, { title, place: placeOf(tokens) }, renderBlocks(tokens, rendering))
}

/** Where a heading is found that its author named. */
function placeOf([first]: readonly Token[]): string | undefined {
  const name = headingId(first)
  return name === undefined ? undefined : sectionAt(name)
}

/** "Gör nu: två minuter" shows the time apart, as `Gör nu <span>Två minuter</span>`. */
function titleOf({ tokens }: Tokens.Heading, rendering: Rendering): string {
  const html = renderInline(tokens, { ...rendering, terms: undefined })
  const [, title, note] = /^([^:<]+):\s+(.+)$/s.exec(html) ?? []
  return title && note ? `${title} <span>${note.charAt(0).toUpperCase()}${note.slice(1)}</span>` : html
}
