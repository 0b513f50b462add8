import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import type { KeptAnswer } from '../../web/client/kept-answers.ts'
import { answers, latestAnswers } from '../../worker/db/schema/quizzes.ts'
import { course, formOf, lesson, lessonPath, picks } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { type Answer, bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

describe('what a browser kept, under an id that is taken', () => {
  /** The rows of whoever takes over an answer, and then something else under its id, twice. */
  async function takenOver(second: (page: Answer) => Partial<KeptAnswer>) {
    const email = somebody()
    const page = await new Browser().get(lessonPath)
    const form = formOf(page, 'nuts-promise')
    const tokens = picks(form, 'Löftet')
    const kept = { id: form.id, course, lesson, question: 'nuts-promise', version: form.version, tokens, at: 1 }
    const browser = await signedIn(email)
    const send = (...sent: KeptAnswer[]) =>
      browser.send('/sv/me/takeover', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://navet.example' },
        body: JSON.stringify({ answers: sent }),
      })
    // Far ahead, so it counts as given when it is sent.
    const other = { ...kept, ...second(page), at: Date.now() + 86_400_000 }
    await send(kept)
    expect(JSON.parse((await send(other)).text)).toEqual({ taken: 1, left: 0 })
    await send(kept, other)
    const rows = await db
      .select()
      .from(answers)
      .where(sql`learner = (select id from users where email = ${email})`)
    return { rows }
  }

  test('another choice is one more answer, and the newest is shown', async () => {
    const { rows } = await takenOver((page) => ({ tokens: picks(formOf(page, 'nuts-promise'), 'Tiderna') }))
    expect(rows.map(({ correct }) => correct).sort()).toEqual([false, true])
    const latest = await db
      .select()
      .from(latestAnswers)
      .where(sql`learner = ${rows[0]!.learner}`)
    expect(latest.map(({ correct }) => correct)).toEqual([false])
  })

  test('an answer to another question is kept as well', async () => {
    const { rows } = await takenOver((page) => {
      const form = formOf(page, 'tone-is-not-truth')
      return { question: 'tone-is-not-truth', version: form.version, tokens: [...form.tokens.values()].slice(0, 1) }
    })
    expect(rows.map(({ question }) => question).sort()).toEqual(['nuts-promise', 'tone-is-not-truth'])
  })
})

test('what a page sends is taken for the account it was made for, and for no other', async () => {
  const browser = await signedIn(somebody())
  const form = formOf(await browser.get(lessonPath), 'nuts-promise')
  const sendAs = (sender: Browser, account: string) =>
    sender.send(form.action, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-fragment': '1', 'x-account': account },
      body: new URLSearchParams({
        id: crypto.randomUUID(),
        version: form.version,
        o: picks(form, 'Löftet')[0]!,
      }).toString(),
    })
  const own = /data-account="([^"]+)"/.exec((await browser.get(lessonPath)).text)![1]!
  expect((await sendAs(browser, 'somebody-else')).status).toBe(409)
  expect((await sendAs(browser, '')).status, 'nobody was signed in when the page was made').toBe(409)
  expect((await sendAs(new Browser(), own)).status, 'signed out since').toBe(409)
  expect((await sendAs(browser, own)).status).toBe(200)
  expect((await sendAs(new Browser(), '')).status).toBe(200)
})
