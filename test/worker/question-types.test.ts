import { toldAfter } from '../support/told-after.ts'
import { expect, test } from 'vitest'

import {
  formOf,
  ids,
  kept,
  pairs,
  path,
  places,
  questionOf,
  right,
  send,
  sequence,
  storedAs,
  wrong,
} from '../support/every-type.ts'
import { signedIn, somebody } from '../support/people.ts'
import { Browser } from '../support/worker.ts'
import { call } from '../unit/api/support.ts'

test('before the answer a page and the API show no key, no reason and no telling order', async () => {
  for (const text of [
    (await new Browser().get(path())).text,
    (await call(new Browser(), 'GET', '/courses/all-types/lessons/every-type?locale=sv')).text,
  ]) {
    expect(text).toContain('Vad blir summan')
    expect(text).not.toMatch(/3900|3 900|3901|tolerance|källan är rätt|a source/)
    for (const id of ids) {
      const question = await questionOf(id)
      for (const reason of toldAfter(question.text.sv)) expect(text).not.toContain(reason)
    }
    const at = sequence.map((beginning) => text.indexOf(beginning))
    expect(at).not.toContain(-1)
    expect(at).not.toEqual(at.toSorted((a, b) => a - b))
  }
})

test.for(ids)('%s is marked right, kept, and shown again with its reason', async (id) => {
  const email = somebody()
  const browser = await signedIn(email)
  const page = await send(browser, id, right[id])
  expect(page.text).toContain('Rätt.')
  expect((await kept(email)).map(({ chosen, correct }) => ({ chosen, correct }))).toEqual([
    { chosen: storedAs[id], correct: true },
  ])
  expect(page.text).not.toContain('Inte rätt den här gången')
})

test.for(ids)('%s is marked wrong with a reason, and counts as answered', async (id) => {
  const email = somebody()
  const browser = await signedIn(email)
  const page = await send(browser, id, wrong[id])
  expect(page.text).toContain('Inte rätt den här gången.')
  expect(page.text).toContain('1 av 7 frågor besvarade')
  expect(page.text.includes('#s-read-first">Läs först</a>')).toBe(id === 'send-order')
  expect((await kept(email)).map(({ correct }) => correct)).toEqual([false])
})

test.for(ids)('%s sent again changes nothing, and with another answer is a new one', async (id) => {
  const email = somebody()
  const browser = await signedIn(email)
  const form = formOf(await browser.get(path()), id)
  const named = { id: form.id, version: form.version }
  const post = (fields: object) => browser.post(form.action, { ...named, ...fields } as Record<string, string>)
  await Promise.all([post(right[id](form)), post(right[id](form))])
  expect(await kept(email)).toHaveLength(1)
  expect((await post(wrong[id](form))).status).toBe(303)
  expect((await kept(email)).map(({ correct }) => correct).toSorted()).toEqual([false, true])
})

test('after a wrong answer the page shows the right order, word and amount, and the own answer', async () => {
  const stranger = new Browser()
  const order = await send(stranger, 'send-order', wrong['send-order'])
  expect(order.text).toMatch(/1\. Läs hela[\s\S]*2\. Stryk under[\s\S]*3\. Kontrollera[\s\S]*4\. Skicka/)
  expect(order.text).toContain('Du valde plats 2')
  expect(order.text).toContain('Läs först och kontrollera sedan.')
  const word = await send(stranger, 'missing-word', wrong['missing-word'])
  expect(word.text).toMatch(/siffra[\s\S]*källa/)
  const amount = await send(stranger, 'three-hours', wrong['three-hours'])
  expect(amount.text).toContain('3\u00A0900,5\u00A0kr (±\u00A00,5\u00A0kr)')
  expect(amount.text).toContain('\u22123\u00A0901,01\u00A0kr')
  const english = await send(stranger, 'three-hours', () => ({ t: '3,902' }), 'en')
  expect(english.text).toContain('3,900.5\u00A0SEK')
})

test.for([
  ['three-hours', { t: '3,900' }, 'Skriv 3900 eller 3,9', 'value="3,900"'],
  ['three-hours', { t: '3.900 kr' }, 'Skriv 3900 eller 3,9', 'value="3.900 kr"'],
  ['three-hours', { t: 'nästan 4000' }, 'Vi kan inte läsa talet', 'value="nästan 4000"'],
  ['three-hours', { t: '<b>"' }, 'Vi kan inte läsa talet', 'value="&lt;b&gt;&quot;"'],
  ['three-hours', { t: '  ' }, 'Skriv ett svar först', 'value="  "'],
  ['missing-word', { t: '' }, 'Skriv ett svar först', 'value=""'],
  ['leave-faults', {}, 'Markera en mening, eller att ingen ska markeras', 'type="checkbox"'],
] as const)(
  '%s with %o goes back with a hint, what was typed is kept and nothing is stored',
  async ([id, fields, hint, value]) => {
    const email = somebody()
    const browser = await signedIn(email)
    const page = await send(browser, id, () => fields)
    expect(page.status).toBe(422)
    expect(page.text).toContain(hint)
    expect(formOf(page, id).html).toContain(value)
    expect(await kept(email)).toEqual([])
  },
)

test.for([
  ['no place', [], 'Du har inte satt raderna i ordning än'],
  ['a place missing', ['1', '2', '3'], 'Alla rader har inte en plats än'],
  ['a place twice', ['1', '1', '3', '4'], 'Två rader har samma plats'],
] as const)('an order with %s goes back with the places kept', async ([, wanted, hint]) => {
  const email = somebody()
  const browser = await signedIn(email)
  const page = await send(browser, 'send-order', (form) => places(form, ...wanted))
  expect(page.status).toBe(422)
  expect(page.text).toContain(hint)
  const selected = [...formOf(page, 'send-order').html.matchAll(/value="(\d)" selected/g)].map(([, place]) => place)
  expect(selected.toSorted()).toEqual([...wanted])
  expect(await kept(email)).toEqual([])
})

test.for([
  ['nothing', [], 'Du har inte parat ihop något än'],
  ['a row missing', ['Ring på', '', 'Låt två'], 'Alla rader har inte fått sitt än'],
  ['a right side twice', ['Ring på', 'Ring på', 'Låt två'], 'Två rader har fått samma svar'],
] as const)('a match with %s goes back with the choices kept', async ([, wanted, hint]) => {
  const email = somebody()
  const browser = await signedIn(email)
  const page = await send(browser, 'what-to-do', (form) => pairs(form, ...wanted))
  expect(page.status).toBe(422)
  expect(page.text).toContain(hint)
  const selected = [...formOf(page, 'what-to-do').html.matchAll(/ selected[^>]*>([^<]*)</g)].map(([, words]) => words!)
  expect(selected.map((words) => words.slice(0, 7))).toEqual(wanted.filter(Boolean))
  expect(await kept(email)).toEqual([])
})

test('after a wrong match every row shows what was chosen for it and what belongs there', async () => {
  const page = await send(new Browser(), 'what-to-do', wrong['what-to-do'])
  expect(page.text).toMatch(
    /Rätt par[\s\S]*Ett sms[\s\S]*Inte ett par[\s\S]*En röst[\s\S]*Svara att[\s\S]*Hit hör:[\s\S]*Lägg på/,
  )
  expect(page.text).toContain('Svara aldrig på samma väg')
})

test.for([
  ['what-to-do', { t: 'Lägg på' }],
  ['what-to-do', { 'p.stranger': 'x' }],
  ['what-to-do', { o: ['stranger'] }],
  ['what-to-do', { o: ['', '', '', ''] }],
  ['send-order', { t: '1' }],
  ['send-order', { 'p.stranger': '1' }],
  ['send-order', { o: ['stranger'] }],
  ['missing-word', { o: ['stranger'] }],
  ['missing-word', { t: 'x'.repeat(201) }],
  ['three-hours', { 'p.x': '1' }],
  ['leave-faults', { o: ['stranger'] }],
  ['leave-faults', { t: 'Lagen' }],
] as const)('%s with %o is refused with a page, and nothing is stored', async ([id, fields]) => {
  const email = somebody()
  const browser = await signedIn(email)
  const page = await send(browser, id, () => fields)
  expect(page.status).toBe(422)
  expect(page.text).toContain('<h1>')
  expect(await kept(email)).toEqual([])
})

test('an order whose place is out of its list is refused', async () => {
  for (const place of ['5', '0', '-', '12'])
    expect((await send(new Browser(), 'send-order', (form) => places(form, place, '1', '2', '3'))).status).toBe(422)
})
