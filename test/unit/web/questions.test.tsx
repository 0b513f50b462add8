import { expect, test } from 'vitest'

import { QuestionAnswer } from '../../../web/components/question-answer.tsx'
import { QuestionForm } from '../../../web/components/question-form.tsx'
import type { AnsweredChoice, ChoiceView } from '../../../worker/questions/choice.ts'
import type { OrderView } from '../../../worker/questions/order.ts'
import type { AnsweredTyped } from '../../../worker/questions/typed.ts'
import { amira, frame, html } from './frame.ts'

const question: ChoiceView = {
  type: 'single',
  id: 'nuts-promise',
  version: 'a'.repeat(32),
  choose: 1,
  stem: 'Vad kontrollerar du <em>först</em>?',
  options: [
    { token: 't1', text: 'Tonen' },
    { token: 't2', text: 'Löftet' },
  ],
}
const answered: AnsweredChoice = {
  type: 'single',
  id: 'nuts-promise',
  stem: 'Vad kontrollerar du <em>först</em>?',
  passage: '',
  choose: 1,
  correct: false,
  options: [
    { token: 't1', text: 'Tonen', right: false, chosen: true, feedback: 'Tonen kan du slipa sist.' },
    { token: 't2', text: 'Löftet', right: true, chosen: false, feedback: 'Konsekvensen styr.' },
  ],
}
const remark = {
  id: '5e2f4a40-0000-4000-8000-000000000000',
  course: 'c',
  question: 'q',
  version: '0'.repeat(32),
  page: 'l',
  next: '/sv/courses/c/l#q-q',
}
const place = { number: 2, total: 4, remark }

function form(more: Partial<Parameters<typeof QuestionForm>[0]> = {}): string {
  return html(
    <QuestionForm frame={frame()} question={question} {...place} lesson="/l" action="/a" answerId="id-1" {...more} />,
  )
}

test('an open question is a plain form that carries its answer id and the version shown', () => {
  const shown = form()
  expect(shown).toContain('<form class="question" id="q-nuts-promise" method="post" action="/a#q-nuts-promise">')
  expect(shown).toContain('<input type="hidden" name="id" value="id-1"')
  expect(shown).toContain(`<input type="hidden" name="version" value="${'a'.repeat(32)}"`)
  expect(shown.match(/type="radio" name="o" value="t[12]" required/g)).toHaveLength(2)
  expect(shown).toContain('Välj ett svar')
})

test('where two are right, as many can be ticked', () => {
  const shown = form({ question: { ...question, type: 'multiple', choose: 2 } })
  expect(shown.match(/type="checkbox" name="o"/g)).toHaveLength(2)
  expect(shown).not.toContain('required')
  expect(shown).toContain('Välj två svar')
})

test('a form that came back without a choice says so, tied to its question', () => {
  const shown = form({ error: 'Välj minst ett svar först.' })
  expect(shown).toContain('id="error-nuts-promise"')
  expect(shown).toContain('<fieldset aria-describedby="error-nuts-promise">')
})

test('an answered question has a word and a reason on every option, and tags the own choice', () => {
  const shown = html(<QuestionAnswer frame={frame()} question={answered} {...place} again="/sv/courses/c/l" />)
  expect(shown).toContain('Inte rätt den här gången.')
  expect(shown).toContain('Tonen kan du slipa sist.')
  expect(shown).toContain('Konsekvensen styr.')
  expect(shown.match(/Ditt svar/g)).toHaveLength(1)
  expect(shown.indexOf('Ditt svar')).toBeLessThan(shown.indexOf('Tonen'))
  expect(shown).toContain('action="/sv/courses/c/l#q-nuts-promise"')
})

test('the answer is named by verdict and question, so that a screen reader says both when it gets the focus', () => {
  const shown = html(<QuestionAnswer frame={frame()} question={answered} {...place} />)
  expect(shown).toContain('tabindex="-1" aria-labelledby="verdict-nuts-promise head-nuts-promise"')
  expect(shown).toContain('<strong id="verdict-nuts-promise">')
  expect(shown).toContain('<h3 id="head-nuts-promise">')
})

test('the answer tells the script whether this browser is the only one that keeps it', () => {
  const show = (learner: typeof amira | undefined) =>
    html(<QuestionAnswer frame={frame({ learner })} question={answered} {...place} />)
  expect(show(undefined)).toContain('data-kept="here"')
  expect(show(amira)).not.toContain('data-kept')
})

const typed = { id: 'sum', version: 'b'.repeat(32), stem: 'Vad blir summan?' }
const options = ['Ett', 'Två', 'Tre'].map((text, i) => ({ token: `t${i + 1}`, text }))

test('a number is a labelled field for digits, with its unit tied to it', () => {
  const shown = form({ question: { ...typed, type: 'number', unit: 'kr' }, given: '3,900', error: 'Två sätt.' })
  expect(shown).toContain('<label for="typed-sum">Ditt svar i siffror</label>')
  expect(shown).toMatch(/name="t" value="3,900"[^>]*inputmode="decimal" aria-describedby="unit-sum error-sum"/)
  expect(shown).toContain('id="unit-sum">kr<')
  expect(shown).toContain('data-returned')
  expect(form({ question: { ...typed, type: 'text', unit: '' } })).not.toMatch(/inputmode|unit-|data-returned/)
})

test('an order has a select for the place of each item, which keeps what was chosen', () => {
  const question: OrderView = { ...typed, type: 'order', options }
  const shown = form({ question, given: { places: { t1: '', t2: '1', t3: '1' } } })
  expect(shown.match(/<select class="order__place" id="place-t[123]" name="p\.t[123]"/g)).toHaveLength(3)
  expect(shown.match(/<option value="1" selected/g)).toHaveLength(2)
  expect(shown).toContain('<label id="item-t2" for="place-t2">Två</label>')
  expect(shown.match(/<span class="order__moves" hidden/g)).toHaveLength(3)
  expect(shown).toContain('aria-labelledby="up-t2 item-t2"')
})

test('a spot shows its passage as a quote and its sentences to tick, and never how many are faulty', () => {
  const shown = form({ question: { ...typed, type: 'spot', passage: '<p>Ett. Två. Tre.</p>', options, none: 't0' } })
  expect(shown).toContain('<blockquote class="passage"><p>Ett. Två. Tre.</p></blockquote>')
  expect(shown.match(/type="checkbox" name="o"/g)).toHaveLength(4)
  expect(shown).toMatch(/value="t0"[^>]*><span>Ingen av meningarna/)
  expect(shown).toContain('Ingen, en eller flera')
})

test('after the answer an order shows the right one, and where each item was put', () => {
  const items = [
    { text: 'Ett', place: 1 },
    { text: 'Två', place: 3 },
    { text: 'Tre', place: null },
  ]
  const question = { type: 'order' as const, id: 'o', stem: '?', correct: false, items, feedback: 'Läs först.' }
  const shown = html(<QuestionAnswer frame={frame()} question={question} {...place} />)
  expect(shown).toMatch(/Rätt plats[\s\S]*Du valde plats 1[\s\S]*Ska stå här[\s\S]*Du valde plats 3[\s\S]*Ska stå här/)
  expect(shown.match(/Du valde plats/g)).toHaveLength(2)
  expect(shown).toContain('Läs först.')
})

test('after the answer what was typed is escaped and tagged, with the right answer beside it', () => {
  const question = { id: 'o', stem: '?', own: '<b>x</b>', right: 'källa', feedback: 'Därför.' }
  const show = (more: Partial<AnsweredTyped>) =>
    html(
      <QuestionAnswer frame={frame()} question={{ ...question, type: 'text', correct: false, ...more }} {...place} />,
    )
  expect(show({})).toMatch(/Inte rätt[\s\S]*Ditt svar[\s\S]*&lt;b&gt;x[\s\S]*Rätt svar[\s\S]*källa[\s\S]*Därför\./)
  expect(show({ own: '' })).not.toContain('Ditt svar')
  expect(show({ own: 'Källan', correct: true })).toMatch(
    /Rätt svar[\s\S]*Källan[\s\S]*Så här kan det skrivas[\s\S]*källa/,
  )
  expect(show({ own: 'källa', correct: true })).not.toContain('Så här kan det skrivas')
})
