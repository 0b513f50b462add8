import type { InBoth } from '../../worker/courses/catalogue.ts'
import { unitOf } from '../../worker/questions/units.ts'
import { keyOf } from './question-key.ts'
import type { Place, Problems } from './problem.ts'
import type { WrittenQuestion } from './written-question.ts'

/** Reports where the two languages of a question disagree about what is right. */
export function checkParity({ sv, en }: InBoth<WrittenQuestion>, problems: Problems): void {
  const say = (place: Place, message: string) => problems.error('S12', place, `${message}; both languages must agree`)
  for (const name of ['competence', 'kind'] as const) {
    const [own, other] = [en.head.written(name), sv.head.written(name)]
    if (own !== undefined && other !== undefined && own !== other)
      say(en.head.at(name), `${name} ${own}, but ${other} in Swedish`)
  }
  if (en.options.length > 0 && sv.options.length > 0) compareOptions(sv, en, say)
  if (en.type && sv.type && groupOf(en.type) !== groupOf(sv.type))
    return say(en.place, `a question of type ${en.type}, but ${sv.type} in Swedish`)

  const [items, theirs] = [en.items.length, sv.items.length]
  if (items !== theirs && items > 0 && theirs > 0) say(en.place, `${items} items, but ${theirs} in Swedish`)
  if (en.answer && sv.answer) compareAnswers(sv, en, say)
}

type Say = (place: Place, message: string) => void

/** Single and multiple differ in their boxes, which are compared one by one. */
function groupOf(type: string): string {
  return type === 'multiple' ? 'single' : type
}

function compareOptions(sv: WrittenQuestion, en: WrittenQuestion, say: Say): void {
  const [options, theirs] = [en.options.length, sv.options.length]
  if (options !== theirs) say(en.place, `${options} options, but ${theirs} in Swedish`)
  const moved = en.options.find((option, i) => options === theirs && option.right !== sv.options[i]!.right)
  if (!moved) return
  const [own, other] = moved.right ? ['right', 'wrong'] : ['wrong', 'right']
  say(moved.place, `this option is ${own}, but ${other} in Swedish`)
}

function compareAnswers(sv: WrittenQuestion, en: WrittenQuestion, say: Say): void {
  const [own, other] = [en.answer!, sv.answer!]
  if (own.type === 'number' && other.type === 'number') {
    if (own.answer !== other.answer) say(en.head.at('answer'), `answer ${own.answer}, but ${other.answer} in Swedish`)
    if (own.tolerance !== other.tolerance)
      say(en.head.at('tolerance'), `tolerance ${own.tolerance}, but ${other.tolerance} in Swedish`)
    if ((own.unit === '') !== (other.unit === ''))
      say(en.head.at('unit'), `a unit in ${own.unit ? 'English' : 'Swedish'} only`)
    else if (unitOf(own.unit) !== unitOf(other.unit))
      say(en.head.at('unit'), `unit ${own.unit}, but ${other.unit} in Swedish`)
  } else if (JSON.stringify(keyOf(en)) !== JSON.stringify(keyOf(sv))) {
    say(
      en.head.at('answer'),
      'the answers differ from those in Swedish: list the variants of both languages in both files',
    )
  }
}
