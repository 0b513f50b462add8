import { expect, test } from 'vitest'

import { parseTests, type UnsentTest, withoutTest, withTest } from '../../../web/client/badge-test/unsent-choices.ts'

const choice = { fields: [['q.a', 't']] as [string, string][], was: '', stem: 'Vad?', words: 'Det' }
const sheet = (attempt: string, ...ids: string[]): UnsentTest => ({
  course: 'granska-svaret',
  attempt,
  choices: Object.fromEntries(ids.map((id) => [id, choice])),
})

test('the choices of one test take no other test’s place, and a test without any is forgotten', () => {
  const both = withTest(withTest([], sheet('one', 'a')), sheet('two', 'b'))
  expect(both.map(({ attempt }) => attempt)).toEqual(['one', 'two'])
  expect(withTest(both, sheet('one', 'a', 'b')).find(({ attempt }) => attempt === 'one')).toEqual(
    sheet('one', 'a', 'b'),
  )
  expect(withoutTest(both, 'one').map(({ attempt }) => attempt)).toEqual(['two'])
  const sent = new Map([['a', choice]])
  expect(withTest(both, sheet('one'), sent).map(({ attempt }) => attempt)).toEqual(['two'])
})

test('what another tab of the test holds stays, also where this one has sent an earlier choice of the question', () => {
  const ofOther = withTest([], sheet('one', 'a'))
  expect(withTest(ofOther, sheet('one', 'b'))).toEqual([sheet('one', 'a', 'b')])
  expect(withTest(ofOther, sheet('one'), new Map([['b', choice]]))).toEqual(ofOther)
  expect(withTest(ofOther, sheet('one'), new Map([['a', { ...choice, words: 'Något annat' }]]))).toEqual(ofOther)
})

test('what was kept is read again as it was', () => {
  expect(parseTests(JSON.stringify([sheet('one', 'a')]))).toEqual([sheet('one', 'a')])
})

test.for([
  null,
  '',
  '[',
  '{}',
  '[1]',
  '[{"attempt":"one"}]',
  '[{"course":"c","attempt":"one","choices":null}]',
  '[{"course":"c","attempt":"one","choices":{"a":1}}]',
  '[{"course":"c","attempt":"one","choices":{"a":{"fields":[["q.a"]],"was":"","stem":"","words":""}}}]',
])('%s in storage is nothing kept', (text) => {
  expect(parseTests(text)).toEqual([])
})
