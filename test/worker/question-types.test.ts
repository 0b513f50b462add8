import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { loadLesson } from '../../worker/courses/find.ts'
import { catalogue } from 'virtual:catalogue'
import type { Question } from '../../worker/courses/catalogue.ts'
import { answers } from '../../worker/db/schema/quizzes.ts'
import { signedIn, somebody } from '../support/people.ts'
import { type Answer, bindings, Browser, database } from '../support/worker.ts'
import { call } from '../unit/api/support.ts'

const db = database(bindings())
const path = (locale: 'sv' | 'en' = 'sv') => `/${locale}/courses/all-types/every-type`

interface Form {
  action: string
  id: string
  version: string
  html: string
  /** Tokens of options or items by their words. */
  tokens: Map<string, string>
}

function formOf(page: Answer, question: string): Form {
  const html = new RegExp(`<form class="question" id="q-${question}"[\\s\\S]*?</form>`).exec(page.text)?.[0] ?? ''
  const options = [...html.matchAll(/name="o" value="([^"]+)"[^>]*\/><span>([\s\S]*?)<\/span>/g)]
  const items = [...html.matchAll(/<label id="item-([^"]+)"[^>]*>([\s\S]*?)<\/label>/g)]
  return {
    html,
    action: /action="([^"]+)"/.exec(html)![1]!,
    id: /name="id" value="([^"]+)"/.exec(html)![1]!,
    version: /name="version" value="([^"]+)"/.exec(html)![1]!,
    tokens: new Map([...options, ...items].map(([, token, words]) => [words!, token!])),
  }
}

async function questionOf(id: string): Promise<Question> {
  const { questions } = await loadLesson(catalogue, 'all-types', 'every-type')
  return questions.find((question) => question.id === id)!
}

const sequence = ['Läs hela', 'Stryk under', 'Kontrollera', 'Skicka']

/** Fields of an order: places by the beginnings of the items' words. */
function places({ tokens }: Form, ...wanted: string[]): Record<string, string> {
  const of = (beginning: string) => [...tokens].find(([words]) => words.startsWith(beginning))![1]
  return Object.fromEntries(sequence.map((beginning, i) => [`p.${of(beginning)}`, wanted[i] ?? '']))
}

/** Answers a question as a form without scripts does, and reads the page that comes then. */
async function send(browser: Browser, question: string, fields: (form: Form) => object, locale: 'sv' | 'en' = 'sv') {
  const { action, ...form } = formOf(await browser.get(`${path(locale)}?again=${question}`), question)
  const sent = { id: form.id, version: form.version, ...fields({ action, ...form }) }
  const reply = await browser.post(action, sent)
  return reply.status === 303 ? browser.get(path(locale)) : reply
}

async function kept(email: string) {
  return db
    .select()
    .from(answers)
    .where(sql`learner = (select id from users where email = ${email})`)
}

const right = {
  'send-order': (form: Form) => places(form, '1', '2', '3', '4'),
  'missing-word': () => ({ t: '  KÄLLAN ' }),
  'three-hours': () => ({ t: '3\u00A0900,50 kr' }),
  'leave-faults': ({ tokens }: Form) => ({
    o: [...tokens].filter(([words]) => /tio|2077/.test(words)).map(([, token]) => token),
  }),
}
const wrong = {
  'send-order': (form: Form) => places(form, '2', '1', '3', '4'),
  'missing-word': () => ({ t: 'siffra' }),
  'three-hours': () => ({ t: '−3901,01' }),
  'leave-faults': ({ tokens }: Form) => ({ o: [...tokens].slice(0, 1).map(([, token]) => token) }),
}
const ids = Object.keys(right) as (keyof typeof right)[]
const storedAs = {
  'send-order': [0, 1, 2, 3],
  'missing-word': 'KÄLLAN',
  'three-hours': '3900.5',
  'leave-faults': [1, 3],
}

test('before the answer a page and the API show no key, no reason and no telling order', async () => {
  for (const text of [
    (await new Browser().get(path())).text,
    (await call(new Browser(), 'GET', '/courses/all-types/lessons/every-type?locale=sv')).text,
  ]) {
    expect(text).toContain('Vad blir summan')
    expect(text).not.toMatch(/3900|3 900|3901|tolerance|källan är rätt|a source/)
    for (const id of ids) {
      const question = await questionOf(id)
      const reasons =
        'options' in question.text.sv
          ? question.text.sv.options.map((option) => option.feedback)
          : Object.values(question.text.sv.feedback)
      for (const reason of reasons) expect(text).not.toContain(reason)
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
  expect(page.text).toContain('1 av 4 frågor besvarade')
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
  ['leave-faults', {}, 'Markera minst en mening', 'type="checkbox"'],
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
