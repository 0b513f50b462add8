import type { Token, Tokens } from 'marked'

import { type Placed, readYaml } from '../files/yaml-source.ts'
import { calloutUnder } from './callouts.ts'
import { childrenOf } from './children-of.ts'
import { commentsIn } from './hidden-words.ts'
import { locate } from './locator.ts'
import type { Markdown } from './markdown.ts'
import { tokensOf } from './prose.ts'
import { splitSections, type TokenSection } from './split-sections.ts'
import type { Place, Problems } from '../problems/problem.ts'
import { type EstimateComment, estimateComment, isMeantAsEstimate } from './find-estimate.ts'
import { EstimateHead } from '../files/estimate-head.ts'

/** An estimate as it stands in one file. */
export interface WrittenEstimate {
  /** Known also when something else in its comment is wrong; undefined when it cannot be read. */
  id: string | undefined
  head: Placed<EstimateHead>
  /** The heading's. */
  place: Place
  /** How many headings of level 1 or 2 there are up to its own. */
  section: number
}

const example = '<!-- { id: …, type: estimate, answer: 38, unit: sekunder } -->'

/** Reads the estimates in a lesson's text, and reports those that are written in another way than they can be shown. */
export function readEstimates(body: Markdown, problems: Problems): WrittenEstimate[] {
  const placeOf = locate(body)
  const sections = splitSections(body.tokens)
  const taken = new Set<Token>()
  const estimates = sections.flatMap((section, i): WrittenEstimate[] => {
    const comment = estimateComment(section)
    if (!comment) return []
    taken.add(comment.token)
    const place = placeOf(section.heading!)
    const head = readYaml(sourceOf(comment, placeOf(comment.token)), EstimateHead, problems)
    checkText(section, placeOf, problems)
    if (commentsIn(comment.token.raw).filter((each) => each.startsWith('{')).length > 1)
      problems.error(
        'S58',
        placeOf(comment.token),
        'a heading has one estimate under it, and this is the second; take it away',
      )
    checkExplanation(sections[i + 1], place, problems)
    return [{ id: head.written('id'), head, place, section: i }]
  })
  for (const { token, place } of tokensOf(body, 'html')) {
    if (taken.has(token) || !isMeantAsEstimate(token)) continue
    problems.error('S58', place, `an estimate's comment stands alone on the line under a heading "## …": ${example}`)
  }
  return estimates
}

/** Reports estimates in a page that is no lesson. */
export function refuseEstimates(body: Markdown, problems: Problems): void {
  for (const { token, place } of tokensOf(body, 'html')) {
    if (!isMeantAsEstimate(token)) continue
    problems.error('S58', place, 'an estimate stands in the text of a lesson; this page has none')
  }
}

function sourceOf({ token, yaml, offset }: EstimateComment, { path, line, column = 1 }: Place) {
  const before = token.raw.slice(0, offset).split('\n')
  const isFirst = before.length === 1
  const own = before.at(-1)!.length
  return { path, text: yaml, line: line + before.length - 1, column: isFirst ? column + own : own + 1 }
}

const fitting = ['space', 'html', 'paragraph', 'list', 'table', 'blockquote', 'code']

/** What is asked is read with its field: nothing in it leads away, is left out, or begins anew. */
function checkText({ tokens }: TokenSection, placeOf: (token: Token) => Place, problems: Problems): void {
  for (const token of tokens) {
    if (token.type === 'html' && /<!--\s*case\s*-->/.test(token.raw))
      problems.error('S58', placeOf(token), 'an estimate is no worked case, which a trade may replace; take this away')
    else if (fitting.includes(token.type)) checkWithin(token, placeOf, problems)
    else {
      const message = `a ${token.type} cannot stand in an estimate; use paragraphs, lists, pictures and tables`
      problems.error('S58', placeOf(token), message)
    }
  }
}

function checkWithin(token: Token, placeOf: (token: Token) => Place, problems: Problems): void {
  if (token.type === 'link') {
    const message = `an estimate holds no link: "${(token as Tokens.Link).href.slice(0, 40)}" would lead away before the guess; put it into the section after it`
    problems.error('S58', placeOf(token), message)
  } else if (token.type === 'citation') {
    const message = 'an estimate cites no fact, since its sentence could be left out; cite it in the section after it'
    problems.error('S58', placeOf(token), message)
  } else for (const child of childrenOf(token)) checkWithin(child, placeOf, problems)
}

function checkExplanation(after: TokenSection | undefined, place: Place, problems: Problems): void {
  const say = (message: string) => problems.error('S58', place, message)
  if (!after?.heading) say('nothing comes after the estimate; write the section that explains it, under "## …"')
  else if (estimateComment(after))
    say('an estimate comes right after another; write the section that explains the first between them')
  else if (calloutUnder(after.heading))
    say(
      `"${after.heading.text.slice(0, 30)}" comes right after the estimate; write the section that explains it between them`,
    )
}
