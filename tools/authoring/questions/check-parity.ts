import type { InBoth } from '../../../formats/catalogue/catalogue.ts'
import type { Problems } from '../problems/problem.ts'
import { authoringOf, type WrittenQuestion } from './registry.ts'
import type { Say } from './type-authoring.ts'

/** Reports where the two languages of a question disagree about what is right. */
export function checkParity(pair: InBoth<WrittenQuestion>, problems: Problems): void {
  compare(pair, (place, message) => problems.error('S12', place, `${message}; both languages must agree`))
}

/** Reports where a question in easy Swedish is another one than in Swedish. */
export function checkEasyParity(sv: WrittenQuestion, easy: WrittenQuestion, problems: Problems): void {
  compare({ sv, en: easy }, (place, message) =>
    problems.error('S64', place, `${message}; easy Swedish changes words and nothing else`),
  )
}

function compare({ sv, en }: InBoth<WrittenQuestion>, say: Say): void {
  for (const name of ['competence', 'kind'] as const) {
    const [own, other] = [en.head.written(name), sv.head.written(name)]
    if (own !== undefined && other !== undefined && own !== other)
      say(en.head.at(name), `${name} ${own}, but ${other} in Swedish`)
  }
  for (const name of ['from', 'needs', 'p'] as const) {
    const [own, other] = [en.head.value, sv.head.value].map((head) => head && (head[name] ?? 'nothing'))
    if (own !== undefined && other !== undefined && own !== other)
      say(en.head.at(name), `${name} is ${own}, but ${other} in Swedish`)
  }
  if (en.hints.length !== sv.hints.length) say(en.place, `${en.hints.length} hints, but ${sv.hints.length} in Swedish`)
  const authoring = authoringOf(en)
  if (authoring === authoringOf(sv)) authoring.parity({ sv, en }, say)
  else say(en.place, `a question of type ${en.type}, but ${sv.type} in Swedish`)
}
