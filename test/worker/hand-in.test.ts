import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import type { ChoiceQuestion } from '../../worker/questions/choice.ts'
import { questionVersions } from '../../worker/db/schema/courses.ts'
import { minutesPass } from '../support/clock.ts'
import { course } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { bindings, type Browser, database } from '../support/worker.ts'

const db = database(bindings())
const start = `/sv/courses/${course}/badge`

interface Sheet {
  path: string
  /** Right option's token, and another, by question in the order shown. */
  choices: [id: string, right: string, wrong: string][]
}

async function open(browser: Browser): Promise<Sheet> {
  const path = (await browser.post(`${start}/attempts`, {})).location!
  const { text } = await browser.get(path)
  const options = [...text.matchAll(/name="q\.([^"]+)" value="([^"]+)"[^>]*\/><span>([\s\S]*?)<\/span>/g)]
  const ids = [...new Set(options.map(([, id]) => id!))]
  const choices = ids.map(async (id): Promise<[string, string, string]> => {
    const [row] = await db.select().from(questionVersions).where(eq(questionVersions.question, id))
    const { text: words, key } = row!.content as ChoiceQuestion
    const own = options.filter(([, name]) => name === id)
    const isRight = ([, , , said]: RegExpExecArray) => said === words.sv.options[key[0]!]!.text
    return [id, own.find(isRight)![2]!, own.find((option) => !isRight(option))![2]!]
  })
  return { path, choices: await Promise.all(choices) }
}

const fieldsOf = (choices: Sheet['choices']) => Object.fromEntries(choices.map(([id, right]) => [`q.${id}`, right]))
const checkedIn = (text: string) => [...text.matchAll(/name="q\.([^"]+)" value="([^"]+)" checked/g)].map(([, id]) => id)

test('the button that Enter presses saves and stays; handing in is no button of the form at all', async () => {
  const browser = await signedIn()
  const { path } = await open(browser)
  const main = /<main[\s\S]*?<\/main>/.exec((await browser.get(path)).text)![0]
  // In the order of the page, whether they stand in the form or name it: Enter presses the first.
  const buttons = [...main.matchAll(/<button[^>]*name="intent" value="([^"]+)"/g)].map(([, intent]) => intent)
  expect(buttons).toEqual(['stay', 'hand-in', 'save'])
  expect(main).not.toContain('/submission')

  const stayed = await browser.post(path, { intent: 'stay' })
  expect(stayed.location).toBe(`${path}?said=saved`)
  expect((await browser.get(stayed.location!)).text).toContain('Sparat.')
})

test('handing in asks on a page of its own, which says what is not answered and leads to it', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const { path, choices } = await open(browser)
  const asked = await browser.post(path, { ...fieldsOf(choices.filter((_, i) => i !== 2)), intent: 'hand-in' })
  expect(asked.location).toBe(`${path}/hand-in`)
  const page = await browser.get(asked.location!)
  expect(page.text).toContain('9 av 10 är besvarade')
  expect(page.text).toContain('Fråga 3 saknar svar.')
  expect(page.text).toContain(`href="${path}#q-${choices[2]![0]}"`)
  expect(page.trips).toBe(1)
  expect((await browser.get(path)).text).toContain('<badge-test')

  const done = await browser.post(`${path}/hand-in`, {})
  expect(done.location).toBe(path)
  expect(done.trips).toBeLessThanOrEqual(2)
  expect((await browser.get(path)).text).toContain('9 rätt av 10')
  expect((await browser.post(`${path}/hand-in`, {})).location).toBe(path)
  expect((await browser.get(`${path}/hand-in`)).location).toBe(path)
})

test('a form that was opened before there was such a page asks first as well', async () => {
  const browser = await signedIn()
  const { path, choices } = await open(browser)
  const sent = await browser.post(`${path}/submission`, { ...fieldsOf(choices.slice(0, 1)), intent: 'submit' })
  expect(sent.location).toBe(`${path}/hand-in`)
  expect((await browser.get(sent.location!)).text).toContain('1 av 10 är besvarad')
})

test('what is saved is merged question by question: an old tab takes nothing back that was chosen elsewhere', async () => {
  const email = somebody()
  const old = await signedIn(email)
  const { path, choices } = await open(old)
  const page = (await old.get(path)).text
  const [first, second, third] = choices as [Sheet['choices'][0], Sheet['choices'][0], Sheet['choices'][0]]

  const phone = await signedIn(email)
  await phone.post(path, fieldsOf([first, second]), { 'x-fragment': '1' })
  // The whole of the old form, without scripts: blanks, what stood there then, and one new choice.
  const stood = Object.fromEntries([...page.matchAll(/name="(w\.[^"]+)" value="([^"]*)"/g)].map(([, n, v]) => [n!, v!]))
  expect(Object.keys(stood)).toHaveLength(10)
  await old.post(path, { ...stood, ...fieldsOf([third]) })
  expect(checkedIn((await phone.get(path)).text).sort()).toEqual([first[0], second[0], third[0]].sort())

  // Ticked off again, in a form that knew it as chosen.
  await phone.post(path, { [`w.${first[0]}`]: first[1] })
  expect(checkedIn((await phone.get(path)).text).sort()).toEqual([second[0], third[0]].sort())
  await phone.post(path, { [`q.${second[0]}`]: '' }, { 'x-fragment': '1' })
  expect(checkedIn((await phone.get(path)).text)).toEqual([third[0]])
})

test('a script is told whether its choices were saved, and why not', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const { path, choices } = await open(browser)
  const save = () => browser.post(path, fieldsOf(choices.slice(0, 1)), { 'x-fragment': '1' })
  expect(await save()).toMatchObject({ status: 204, trips: 2 })
  await browser.post(`${path}/hand-in`, {})
  const late = await save()
  expect([late.status, JSON.parse(late.text).detail]).toEqual([409, 'submitted'])

  await minutesPass(email, 10)
  const second = await open(browser)
  await minutesPass(email, 24 * 60)
  const lapsed = await browser.post(second.path, fieldsOf(second.choices.slice(0, 1)), { 'x-fragment': '1' })
  expect([lapsed.status, JSON.parse(lapsed.text).detail]).toEqual([409, 'lapsed'])
})

test('choices that arrive after the test has closed are not counted, and are shown once with the words why', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const { path, choices } = await open(browser)
  await browser.post(path, fieldsOf(choices.slice(0, 2)))
  await browser.post(`${path}/hand-in`, {})
  const [first, second] = choices as [Sheet['choices'][0], Sheet['choices'][0]]
  const late = await browser.post(path, { [`q.${first[0]}`]: first[1], [`q.${second[0]}`]: second[2] })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Ett val kom för sent och räknas inte.')
  expect(/<ul class="late">[\s\S]*?<\/ul>/.exec(late.text)![0].match(/<li>/g)).toHaveLength(1)
  expect((await browser.get(path)).text).toContain('2 rätt av 10')
})

test('an open test is said on the catalogue, on the course and on one’s own page, within the trip they make anyway', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const pages = ['/sv', `/sv/courses/${course}`, '/sv/me']
  const before = new Map<string, number>()
  for (const page of pages) before.set(page, (await browser.get(page)).trips)
  const { path } = await open(browser)
  for (const page of pages) {
    const answer = await browser.get(page)
    expect(answer.text, page).toContain('Ett prov är öppet till')
    expect(answer.text, page).toContain(`href="${path}"`)
    expect(answer.trips, page).toBe(before.get(page))
  }
  await minutesPass(email, 24 * 60)
  expect((await browser.get(`/sv/courses/${course}`)).text).not.toContain('Ett prov är öppet till')
})
