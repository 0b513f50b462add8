import GithubSlugger from 'github-slugger'
import type { Token, Tokens } from 'marked'

import { saidInComments } from './hidden-words.ts'
import { locate } from './locator.ts'
import type { Markdown } from './markdown.ts'
import { plainWords } from './plain-words.ts'
import type { Place, Problems } from '../problems/problem.ts'

/** A heading with `<!-- id: three-ways -->` on the line under it: what `from:` of a question names. */
export interface NamedHeading {
  id: string
  title: string
  /** How GitHub's own page calls it: a link by that works in both places. */
  slug: string
  place: Place
}

/** The id that a heading gets from the comment right after it. */
export function headingId(after: Token | undefined): string | undefined {
  return after?.type === 'html' ? saidInComments(after.raw, 'id')[0] : undefined
}

export function namedHeadings(body: Markdown): NamedHeading[] {
  const placeOf = locate(body)
  const { tokens } = body
  const slugger = new GithubSlugger()
  return tokens.flatMap((token, i) => {
    if (token.type !== 'heading') return []
    const title = plainWords((token as Tokens.Heading).tokens)
    const [id, slug] = [headingId(tokens[i + 1]), slugger.slug(title)]
    return id === undefined ? [] : [{ id, title, slug, place: placeOf(token) }]
  })
}

/** Reports ids that cannot be used, or are used twice in a lesson. */
export function checkHeadingIds(headings: readonly NamedHeading[], problems: Problems): void {
  const before = new Set<string>()
  for (const { id, place } of headings) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 80)
      problems.error(
        'S03',
        place,
        `"${id.slice(0, 40)}" is no id: lower-case letters a–z and digits with hyphens, such as three-ways`,
      )
    else if (before.has(id)) problems.error('S13', place, `the id ${id} is used for two headings of this lesson`)
    before.add(id)
  }
}
