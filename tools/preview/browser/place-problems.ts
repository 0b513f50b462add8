import type { PageProblem, PlacedProblem } from '../page-view.ts'
import { element } from './element.ts'
import type { Words } from './words.ts'

/** Shows each problem beside the block or the question it is about; gives those that belong to neither. */
export function placeProblems(problems: readonly PlacedProblem[], words: Words): PlacedProblem[] {
  return problems.filter((problem) => {
    const target = targetOf(problem)
    if (!target) return true
    const note = element(
      'div',
      { class: `author-note author-note--${problem.severity}` },
      problemLine(problem, words, problem.path),
    )
    if (target.matches('li')) target.prepend(note)
    else target.before(note)
    return false
  })
}

/** One problem: how grave, which check, what to do, and the line. */
export function problemLine({ severity, id, message, line }: PageProblem, words: Words, path = ''): HTMLElement {
  return element(
    'p',
    {},
    element('strong', {}, `${words[severity]} `),
    element('a', { href: `/@preview/checks#${id}` }, id),
    ` ${message} `,
    element('code', {}, path ? `${path}:${line}` : words.line(line)),
  )
}

function targetOf({ where }: PlacedProblem): Element | undefined {
  if (where === 'top') return undefined
  if ('question' in where) {
    const id = CSS.escape(where.question)
    const question = document.querySelector(`[id="q-${id}"]`)
    const shown = question?.closest('practice-question') ?? question
    return shown ?? document.querySelector(`.author-key[data-question="${id}"]`) ?? undefined
  }
  const blocks = [...document.querySelectorAll<HTMLElement>('[data-line]')]
  return blocks.findLast((block) => Number(block.dataset.line) <= where.line)
}
