import { catalogue } from 'virtual:catalogue'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { selectFirstAnswers } from '../../worker/learning/store.ts'
import { course, formOf, lesson, lessonPath, picks } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { formOf as anyFormOf, path as everyType } from '../support/every-type.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
const question = 'nuts-promise'
const [right, wrong] = ['Löftet', 'Tiderna']

/** Answers the question, or asks for it again first. */
async function answers(browser: Browser, option: string, confidence?: string, again = '') {
  const form = formOf(await browser.get(lessonPath + again), question)
  const sure = confidence === undefined ? {} : { confidence }
  return browser.post(form.action, { id: form.id, version: form.version, o: picks(form, option), ...sure })
}

async function latestOf(email: string) {
  return db.all<Record<string, unknown>>(
    sql`select confidence, first_confidence, first_correct from latest_answers
      where learner = (select id from users where email = ${email})`,
  )
}

/** The answered question on the lesson's page. */
function answered(html: string): string {
  return new RegExp(`<section class="answer" id="q-${question}"[\\s\\S]*?</section>`).exec(html)![0]
}

const sureAndWrong = 'Det är de felen som hinner gå iväg'
const luck = 'Du gissade, och det var rätt.'

test.each([
  ['sure', wrong, sureAndWrong],
  ['guess', right, luck],
  ['sure', right, undefined],
  ['guess', wrong, undefined],
  ['fairly', wrong, undefined],
] as const)(
  'an answer that was felt to be %s, %s, is told what the feeling was worth, with and without an account',
  async (confidence, option, words) => {
    const stranger = await answers(new Browser(), option, confidence)
    const browser = await signedIn(somebody())
    await answers(browser, option, confidence)
    for (const page of [stranger, await browser.get(lessonPath)])
      for (const each of [sureAndWrong, luck]) expect(answered(page.text).includes(each), each).toBe(each === words)
  },
)

test('what was felt of the very first answer is kept, also after another; nobody is asked who has seen the reasons', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  expect(formHtml(await browser.get(lessonPath))).toContain('name="confidence"')
  await answers(browser, wrong, 'sure')
  const again = await browser.get(`${lessonPath}?again=${question}`)
  expect(formHtml(again)).not.toContain('name="confidence"')

  await answers(browser, right, 'guess', `?again=${question}`)
  expect(await latestOf(email)).toEqual([{ confidence: 'guess', first_confidence: 'sure', first_correct: 0 }])
})

test('the same answer sent again, surer, is the same answer', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const form = formOf(await browser.get(lessonPath), question)
  const fields = { id: form.id, version: form.version, o: picks(form, right) }
  await browser.post(form.action, { ...fields, confidence: 'guess' })
  await browser.post(form.action, { ...fields, confidence: 'sure' })
  const rows = await db.all(
    sql`select confidence from answers where learner = (select id from users where email = ${email})`,
  )
  expect(rows).toEqual([{ confidence: 'guess' }])
})

test.each(['', 'very', 'SURE', '1'])('a feeling called %o is refused, and nothing is kept', async (confidence) => {
  const email = somebody()
  const browser = await signedIn(email)
  expect((await answers(browser, right, confidence)).status).toBe(422)
  expect(await latestOf(email)).toEqual([])
})

test('where nothing is right or wrong nobody is asked how sure they are, and the server takes no such word', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const page = await browser.get(everyType())
  for (const id of ['note-for-switchboard', 'boss-on-the-phone']) {
    const form = anyFormOf(page, id)
    expect(form.html).not.toContain('name="confidence"')
    const sent = { id: form.id, version: form.version, o: [...form.tokens.values()][0] ?? '', confidence: 'sure' }
    expect((await browser.post(form.action, sent)).status).toBe(422)
  }
  expect(await latestOf(email)).toEqual([])
})

test('after a lesson it is said of how many sure answers some were not right, by the first answers', async () => {
  const browser = await signedIn(somebody())
  const said = 'Svar du var säker på men som inte var rätt:'
  await answers(browser, wrong, 'sure')
  await answers(browser, right, undefined, `?again=${question}`)
  expect(visible((await browser.get(lessonPath)).text)).not.toContain(said)
  for (const [id, option] of [
    ['link-is-not-proof', 'Öppna'],
    ['tone-is-not-truth', 'Tonen'],
  ] as const)
    await send(browser, id, option)
  await send(browser, 'source-and-colleague', 'En ny', 'En offert')
  expect(visible((await browser.get(lessonPath)).text)).toContain(`${said} 1 av 4. Bara du ser det.`)
})

async function send(browser: Browser, id: string, ...options: string[]) {
  const form = formOf(await browser.get(lessonPath), id)
  const fields = { id: form.id, version: form.version, o: picks(form, ...options), confidence: 'sure' }
  expect((await browser.post(form.action, fields)).status).toBe(303)
}

test('my learning shows how often one was right, by how sure one was, and nothing before anything was said', async () => {
  const browser = await signedIn(somebody())
  expect((await browser.get('/sv/me')).text).not.toContain('Hur säker du var')
  await answers(browser, wrong, 'sure')
  await send(browser, 'tone-is-not-truth', 'Tonen')
  const page = (await browser.get('/sv/me')).text
  expect(page).toContain('Hur säker du var')
  expect(page.match(/<dl class="calibration">[\s\S]*?<\/dl>/)![0]).toMatch(/<dt>Säker<\/dt>[\s\S]*1 av 2 rätt/)
  expect(page).not.toContain('Jag gissar')
})

test('a program says how sure its learner is; the browser’s own answers bring it along when they are taken over', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const form = formOf(await browser.get(lessonPath), question)
  const kept = { course, lesson, question, version: form.version, tokens: picks(form, wrong), at: Date.now() }
  const headers = { 'content-type': 'application/json', origin: 'http://navet.example' }
  const takeOver = (...list: object[]) =>
    browser.send('/sv/me/takeover', { method: 'POST', headers, body: JSON.stringify({ answers: list }) })

  const strange = { ...kept, id: crypto.randomUUID(), confidence: 'certain' }
  const hinted = { ...kept, id: crypto.randomUUID(), hints: 1 }
  const taken = await takeOver(strange, hinted, { ...kept, id: crypto.randomUUID(), confidence: 'sure' })
  expect(JSON.parse(taken.text)).toEqual({ taken: 1, left: 2 })
  expect(await latestOf(email)).toEqual([{ confidence: 'sure', first_confidence: 'sure', first_correct: 0 }])

  const tried = somebody()
  const twice = await signedIn(tried)
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
  const list = [
    { ...kept, id: first, at: kept.at - 60_000, confidence: 'sure' },
    { ...kept, id: second, tokens: picks(form, right) },
  ]
  for (const answers of [list, list.toReversed(), list]) {
    await twice.send('/sv/me/takeover', { method: 'POST', headers, body: JSON.stringify({ answers }) })
    expect(await latestOf(tried)).toEqual([{ confidence: null, first_confidence: 'sure', first_correct: 0 }])
  }

  const other = somebody()
  const program = await signedIn(other)
  const put = await program.send(`/api/v1/courses/${course}/lessons/${lesson}/answers/${crypto.randomUUID()}`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ question, version: form.version, tokens: picks(form, right), confidence: 'fairly' }),
  })
  expect(put.status).toBe(200)
  expect(await latestOf(other)).toEqual([{ confidence: 'fairly', first_confidence: 'fairly', first_correct: 1 }])
})

test('hints that were looked at are kept with the answer: as many as the question has, and unknown is not none', async () => {
  const hints = async (id: string, fields: object) => {
    const email = somebody()
    const browser = await signedIn(email)
    const form = anyFormOf(await browser.get(everyType()), id)
    const { status } = await browser.post(form.action, { id: form.id, version: form.version, ...fields })
    const rows = await db.all<{ hints: number | null }>(
      sql`select hints from answers where learner = (select id from users where email = ${email})`,
    )
    return [status, ...rows.map((row) => row.hints)]
  }
  expect(await hints('three-hours', { t: '3900' })).toEqual([303, null])
  expect(await hints('three-hours', { t: '3900', hints: '0' })).toEqual([303, 0])
  expect(await hints('three-hours', { t: '3900', hints: '2' })).toEqual([303, 2])
  for (const strange of ['3', '-1', '1.5', 'two', ''])
    expect(await hints('three-hours', { t: '3900', hints: strange })).toEqual([422])
  expect(await hints('missing-word', { t: 'källa', hints: '1' })).toEqual([422])
})

test('a question that is voided tells nothing of how sure anybody was, in the versions that are', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const { version } = formOf(await browser.get(lessonPath), question)
  await answers(browser, wrong, 'sure')
  const [{ id }] = (await db.all<{ id: string }>(sql`select id from users where email = ${email}`)) as [{ id: string }]
  const own = catalogue.courses.find((each) => each.id === course)!
  const counted = (versions: 'all' | string[], of = own) =>
    selectFirstAnswers(db, id, [
      { ...of, voided: [{ question, versions, reason: { sv: 'Fel.', en: 'Wrong.' }, on: '2026-11-29' }] },
    ])
  const one = [{ confidence: 'sure', answers: 1, right: 0 }]
  expect(await selectFirstAnswers(db, id, [own])).toEqual(one)
  expect(await counted('all')).toEqual([])
  expect(await counted([version])).toEqual([])
  expect(await counted(['0'.repeat(32)])).toEqual(one)
  expect(await counted('all', { ...own, id: 'another' })).toEqual(one)
})

test('a voided answer is no mistake that felt right, on the page and for programs', async () => {
  const browser = await signedIn(somebody())
  const { version } = formOf(await browser.get(lessonPath), question)
  await answers(browser, wrong, 'sure')
  const summary = catalogue.courses.find((each) => each.id === course)!
  const api = async () =>
    JSON.parse((await browser.get(`/api/v1/courses/${course}/lessons/${lesson}?locale=sv`)).text).questions[0]
  expect(answered((await browser.get(lessonPath)).text)).toContain('data-sure="wrong"')
  expect(await api()).toMatchObject({ state: 'answered', voided: null })
  try {
    summary.voided = [{ question, versions: [version], reason: { sv: 'Två var rätt.', en: 'Two.' }, on: '2026-11-28' }]
    expect(answered((await browser.get(lessonPath)).text)).not.toContain('data-sure')
    expect(await api()).toMatchObject({ voided: { reason: 'Två var rätt.' }, readAgain: null })
  } finally {
    delete summary.voided
  }
})

test('in which words and with whose cases somebody read is forgotten at sign-out', async () => {
  const browser = await signedIn(somebody())
  await browser.get(`${everyType()}?text=latt`)
  expect((await browser.get(everyType())).text).toContain('Det här är lätt svenska')
  await browser.post('/sv/sign-out', {})
  expect((await browser.get(everyType())).text).not.toContain('Det här är lätt svenska')
})

function formHtml(page: { text: string }): string {
  return new RegExp(`<form class="question" id="q-${question}"[\\s\\S]*?</form>`).exec(page.text)![0]
}

/** Without the words that stand ready in attributes. */
function visible(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '')
}
