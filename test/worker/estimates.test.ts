import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { answers } from '../../worker/db/schema/quizzes.ts'
import { path } from '../support/every-type.ts'
import { signedIn, somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'
import { call } from '../unit/api/support.ts'

const db = database(bindings())
const folded = '<details class="fold" id="guess-guess-first-fold">'

/** The estimate of the page, from its heading to the section that explains it. */
function asked(text: string): string {
  return /<section class="estimate[^]*?<\/section>/.exec(text)![0]
}

test('a lesson asks for a guess, and folds what comes after it; nobody has to guess', async () => {
  const page = await new Browser().get(path())
  expect(asked(page.text)).toMatch(
    /<form class="estimate__form no-print" method="get" action="\/sv\/courses\/all-types\/every-type#guess-guess-first">/,
  )
  expect(asked(page.text)).not.toMatch(/38|Du gissade/)
  expect(page.text).toContain(folded)
  expect(page.text).toMatch(/<summary>Läs vidare utan att gissa<\/summary>\s*<p>Svaret: <strong>38\u00A0sekunder/)
})

test('the guess stands beside the answer, in the language of the page, and the section after it is open', async () => {
  const browser = new Browser()
  const sv = await browser.get(`${path()}?guess-guess-first=1+200%2C5+sek`)
  expect(sv.status).toBe(200)
  expect(asked(sv.text)).toMatch(/Du gissade<\/dt><dd>1\u00A0200,5 sekunder[^]*Svaret<\/dt><dd>38 sekunder/)
  expect(asked(sv.text)).toContain('href="/sv/courses/all-types/every-type#guess-guess-first"')
  expect(sv.text).not.toContain('<details class="fold"')
  expect(sv.text).toContain('<h2>Så lång tid tog det</h2>')
  const en = await browser.get(`${path('en')}?guess-guess-first=1,200.5`)
  expect(asked(en.text)).toMatch(/You guessed<\/dt><dd>1,200\.5 seconds/)
  expect((await browser.get(path())).text).toContain(folded)
})

test('a guess that can be read in two ways, or in none, goes back with what was typed', async () => {
  const browser = new Browser()
  const guess = async (text: string) =>
    (await browser.get(`${path()}?guess-guess-first=${encodeURIComponent(text)}`)).text
  expect(asked(await guess('3.900'))).toMatch(
    /role="alert"[^>]*>\s*Talet kan läsas på två sätt\. Skriv 3900 eller 3,9,/,
  )
  expect(asked(await guess('"><script>x</script>'))).toContain('value="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"')
  expect(asked(await guess(''))).toMatch(/role="alert"[^>]*>\s*Skriv en gissning först/)
  expect(await guess('länge')).toContain(folded)
  expect(asked(await guess('9'.repeat(5000)))).toContain('Vi kan inte läsa talet')
})

test('what somebody guesses is kept nowhere, not even for who is signed in', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  await browser.get(path())
  await browser.get(path())
  const { trips } = browser
  const guessed = await browser.get(`${path()}?guess-guess-first=12`)
  expect(asked(guessed.text)).toContain('12 sekunder')
  expect([browser.trips, guessed.headers.getSetCookie()]).toEqual([trips, []])
  expect(
    await db
      .select()
      .from(answers)
      .where(sql`learner = (select id from users where email = ${email})`),
  ).toEqual([])
  expect((await browser.get(path())).text).toMatch(/>0 av \d/)
})

test('a program reads what is asked and what the answer is, and there is nowhere to send a guess', async () => {
  const browser = await signedIn()
  const { json } = await call(browser, 'GET', '/courses/all-types/lessons/every-type?locale=en')
  expect(json.estimates).toEqual([{ id: 'guess-first', answer: 38, unit: 'seconds' }])
  expect(json.body).toContain('id="guess-guess-first"')
  expect(json.body).toContain('<!--guess guess-first-->')
  expect(json.body).toContain('<details class="fold"')
  const sent = { question: 'guess-first', version: 'x', text: '12' }
  const put = await call(browser, 'PUT', `/courses/all-types/lessons/every-type/answers/${crypto.randomUUID()}`, sent)
  expect(put.status).toBe(422)
})
