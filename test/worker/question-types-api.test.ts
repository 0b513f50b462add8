import { expect, test } from 'vitest'

import { formOf, kept, path, sequence } from '../support/every-type.ts'
import { signedIn, somebody } from '../support/people.ts'
import { Browser } from '../support/worker.ts'
import { call } from '../unit/api/support.ts'

test('a browser’s answers are taken over as they were typed, in the language they were typed in', async () => {
  const stranger = new Browser()
  const page = await stranger.get(path('en'))
  const named = (question: string) => {
    const { id, version } = formOf(page, question)
    return { id, version, question, course: 'all-types', lesson: 'every-type', at: Date.now() }
  }
  const tokens = formOf(page, 'send-order').tokens
  const inOrder = ['Read the', 'Underline', 'Check what', 'Send'].map(
    (beginning) => [...tokens].find(([words]) => words.startsWith(beginning))![1],
  )
  const email = somebody()
  const reply = await (
    await signedIn(email)
  ).send('/sv/me/takeover', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://navet.example' },
    body: JSON.stringify({
      answers: [
        { ...named('three-hours'), tokens: [], text: '3,900', locale: 'en' },
        { ...named('missing-word'), tokens: [], text: 'A source' },
        { ...named('send-order'), tokens: inOrder },
        { ...named('leave-faults'), tokens: [] },
      ],
    }),
  })
  expect(JSON.parse(reply.text)).toEqual({ taken: 3, left: 1 })
  const rows = await kept(email)
  expect(rows.map(({ question, chosen, correct }) => ({ question, chosen, correct }))).toEqual(
    expect.arrayContaining([
      { question: 'three-hours', chosen: '3900', correct: true },
      { question: 'missing-word', chosen: 'A source', correct: true },
      { question: 'send-order', chosen: [0, 1, 2, 3], correct: true },
    ]),
  )
})

test('a program answers each type, by tokens or by text, and learns why', async () => {
  const browser = await signedIn()
  const lesson = '/courses/all-types/lessons/every-type'
  const { json } = await call(browser, 'GET', `${lesson}?locale=sv`)
  const shown = (id: string) =>
    json.questions.find((each: { question: { id: string } }) => each.question.id === id).question
  const put = (question: string, given: object) =>
    call(browser, 'PUT', `${lesson}/answers/${crypto.randomUUID()}?locale=sv`, {
      question,
      version: shown(question).version,
      ...given,
    })
  expect(shown('three-hours')).toMatchObject({ type: 'number', unit: 'kr' })
  expect(shown('leave-faults')).toMatchObject({ type: 'spot', passage: expect.stringContaining('<p>') })
  expect(Object.keys(shown('leave-faults'))).not.toContain('choose')
  const match = shown('what-to-do')
  expect(match).toMatchObject({ type: 'match', heads: ['Det här händer', 'Åtgärd'] })
  const tokenOf = (beginning: string) =>
    match.options.find(({ text }: { text: string }) => text.startsWith(beginning)).token
  const matched = await put('what-to-do', { tokens: ['Ring', 'Svara', 'Låt'].map(tokenOf) })
  expect(matched.json.question).toMatchObject({
    type: 'match',
    correct: false,
    pairs: [
      { correct: true },
      { correct: false, own: 'Svara att du gör det i morgon', right: 'Lägg på' },
      { correct: true },
    ],
  })

  expect((await put('three-hours', { text: '3 901' })).json).toMatchObject({
    kept: true,
    question: {
      type: 'number',
      correct: true,
      own: '3\u00A0901\u00A0kr',
      right: expect.stringContaining('3\u00A0900,5'),
    },
  })
  const tokens = sequence.map(
    (beginning) => shown('send-order').options.find(({ text }: { text: string }) => text.startsWith(beginning)).token,
  )
  const order = await put('send-order', { tokens: tokens.toReversed() })
  expect(order.json.question).toMatchObject({
    type: 'order',
    correct: false,
    feedback: expect.stringContaining('Läs först'),
  })
  expect(order.json.question.items.map(({ place }: { place: number }) => place)).toEqual([4, 3, 2, 1])

  for (const [question, given, reason] of [
    ['three-hours', { text: '3,900' }, 'ambiguous'],
    ['send-order', { tokens: tokens.slice(1) }, 'places-missing'],
    ['send-order', { tokens: [...tokens.slice(1), tokens[1]] }, 'places-doubled'],
    ['missing-word', { text: ' ' }, 'no-text'],
  ] as const) {
    const refused = await put(question, given)
    expect(refused.status).toBe(422)
    expect(refused.json).toMatchObject({ detail: 'sent back', fields: { [question]: reason } })
  }
  expect((await put('missing-word', { text: 'x', tokens: [] })).status).toBe(422)
  expect((await put('missing-word', {})).status).toBe(422)
})
