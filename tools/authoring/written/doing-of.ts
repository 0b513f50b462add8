import type { Token } from 'marked'

import { saidInComments } from '../markdown/hidden-words.ts'
import { locate } from '../markdown/locator.ts'
import { splitSections } from '../markdown/split-sections.ts'
import type { Problems } from '../problems/problem.ts'
import type { WrittenLesson } from './written-page.ts'

const doNow = /^(?:Gör nu|Do it now)\b/i

/** What "Do it now" has the reader use, as the front matter says or `<!-- doing: service -->` under its heading. */
export function doingOf({ head, body }: WrittenLesson): 'service' | undefined {
  const said = commentsIn(body.tokens).some(({ value, isDoNow }) => isDoNow && value === 'service')
  return head.value?.doing ?? (said ? 'service' : undefined)
}

/** Reports such a comment that says something else, or stands elsewhere. */
export function checkDoing({ body }: WrittenLesson, problems: Problems): void {
  const placeOf = locate(body)
  for (const { token, value, isDoNow } of commentsIn(body.tokens)) {
    if (isDoNow && value === 'service') continue
    const message =
      'write <!-- doing: service --> on the line under "Gör nu" or "Do it now", where it uses an AI service'
    problems.error('S03', placeOf(token), message)
  }
}

function commentsIn(tokens: readonly Token[]) {
  return splitSections(tokens).flatMap(({ heading, tokens: own }) =>
    own.flatMap((token, i) => {
      const [value] = token.type === 'html' ? saidInComments(token.raw, 'doing') : []
      const isDoNow = heading !== undefined && doNow.test(heading.text) && own.slice(0, i).every(isComment)
      return value === undefined ? [] : [{ token, value, isDoNow }]
    }),
  )
}

function isComment({ type }: Token): boolean {
  return type === 'html' || type === 'space'
}
