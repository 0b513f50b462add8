import type { LessonFigures, PageView, PlacedProblem } from '../page-view.ts'
import { element } from './element.ts'
import { problemLine } from './place-problems.ts'
import { viewSwitch } from './view-switch.ts'
import type { Words } from './words.ts'

/** The panel at the top of the page. */
export function showPanel(view: PageView, unplaced: readonly PlacedProblem[], words: Words): void {
  const panel = element(
    'section',
    { class: 'author-panel', 'aria-label': words.panel },
    element('h2', {}, words.panel),
    ...(view.file === undefined ? [] : ownFile(view, unplaced, words)),
    ...(view.lesson ? figures(view.lesson, words) : []),
    ...elsewhere(view, words),
  )
  document.querySelector('main')?.prepend(panel)
}

function ownFile(view: PageView, unplaced: readonly PlacedProblem[], words: Words): Node[] {
  const count = (severity: string) => view.problems.filter((problem) => problem.severity === severity).length
  const sum = view.problems.length === 0 ? words.none : words.problems(count('error'), count('warning'))
  return [
    element('p', {}, element('code', {}, view.file ?? ''), ' ', element('strong', { role: 'status' }, sum)),
    ...(view.isSketch ? [element('p', { class: 'author-note author-note--error' }, words.sketch)] : []),
    ...(view.standsIn ? [element('p', { class: 'author-note' }, words.standsIn[view.standsIn])] : []),
    ...unplaced.map((problem) =>
      element(
        'div',
        { class: `author-note author-note--${problem.severity}` },
        problemLine(problem, words, problem.path),
      ),
    ),
    element(
      'div',
      { class: 'author-panel__switches' },
      ...(view.questions.length > 0 ? [viewSwitch(words)] : []),
      ...(view.other ? [element('a', { href: view.other }, words.other)] : []),
    ),
  ]
}

function figures({ minutes, lix, cells, checklist }: LessonFigures, words: Words): Node[] {
  const covered = cells.map(({ cell, name, questions }) =>
    element('li', {}, `${cell} ${name}: `, element(questions > 0 ? 'span' : 'strong', {}, words.questions(questions))),
  )
  const row = (name: string, value: Node | string) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, value))
  return [
    element(
      'dl',
      {},
      row(words.minutes, words.minutesOf(minutes)),
      row('LIX', lix === null ? '–' : words.decimal(lix)),
      row(words.cells, element('ul', {}, ...covered)),
    ),
    element(
      'details',
      {},
      element('summary', {}, words.checklist),
      element('ul', {}, ...checklist.map(({ id, text }) => element('li', {}, element('strong', {}, id), ` ${text}`))),
    ),
  ]
}

function elsewhere(view: PageView, words: Words): Node[] {
  if (view.elsewhere.length === 0) return []
  const lines = view.elsewhere.map((problem) => element('li', {}, problemLine(problem, words, problem.path)))
  const hasErrors = view.elsewhere.some(({ severity }) => severity === 'error')
  return [
    element(
      'details',
      { open: view.file === undefined && hasErrors },
      element('summary', {}, words.elsewhere(lines.length)),
      element('ul', {}, ...lines),
    ),
  ]
}
