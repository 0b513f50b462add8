import { expect, test } from 'vitest'

import { QuestionAnswer } from '../../../web/components/question-answer.tsx'
import { QuestionForm } from '../../../web/components/question-form.tsx'
import type { AnsweredOptions, ChoiceView } from '../../../web/components/question-view.ts'
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
const answered: AnsweredOptions = {
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
const place = { number: 2, total: 4 }

function form(more: Partial<Parameters<typeof QuestionForm>[0]> = {}): string {
  return html(<QuestionForm frame={frame()} question={question} {...place} action="/a" answerId="id-1" {...more} />)
}

test('an open question is a plain form that carries its answer id and the version shown', () => {
  const shown = form()
  expect(shown).toContain('<form class="question" id="q-nuts-promise" method="post" action="/a">')
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
