import { eq, like, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { grants, limits, users } from '../../worker/db/schema/accounts.ts'
import { remarks } from '../../worker/db/schema/remarks.ts'
import { answer, lessonPath } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { type Answer, bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

/** The form for a remark under an answered question. */
function formIn(page: Answer): { action: string; fields: Record<string, string> } {
  const html = /<form class="remark__form"[\s\S]*?<\/form>/.exec(page.text)![0]
  const fields = [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!])
  return { action: /action="([^"]+)"/.exec(html)![1]!, fields: Object.fromEntries(fields) }
}

async function answeredPage(browser = new Browser()): Promise<Answer> {
  return answer(browser, lessonPath, 'nuts-promise', 'Löftet')
}

async function author(): Promise<Browser> {
  const email = somebody('author')
  const browser = await signedIn(email)
  const [user] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
  await db.insert(grants).values({ user: user!.id, role: 'author', at: new Date() })
  return browser
}

const kept = (id: string) => db.select().from(remarks).where(eq(remarks.id, id))

describe('a remark about a question', () => {
  test('is sent signed out and without scripts, kept with the question as it was shown, and by nobody', async () => {
    const { action, fields } = formIn(await answeredPage())
    const sent = await new Browser().post(action, { ...fields, text: ' Frukosten\r\nstår fel. ' })
    expect(sent.status).toBe(303)
    expect((await new Browser().get(sent.location!)).text).toContain(`href="${fields.next}"`)

    const [row] = await kept(fields.id!)
    expect(row).toEqual({
      id: fields.id,
      course: 'granska-svaret',
      question: 'nuts-promise',
      version: fields.version,
      page: 'three-questions',
      locale: 'sv',
      text: 'Frukosten\nstår fel.',
      at: expect.any(Date),
      settledAt: null,
    })
  })

  test('is kept once when the button is pressed twice', async () => {
    const { action, fields } = formIn(await answeredPage())
    for (const text of ['Fel.', 'Fel.', 'Något annat']) await new Browser().post(action, { ...fields, text })
    expect(await kept(fields.id!)).toMatchObject([{ text: 'Fel.' }])
  })

  test.for([
    ['', 'Skriv vad som är fel först'],
    [' \u202E\u0007 ', 'Skriv vad som är fel först'],
    ['å'.repeat(1001), 'över 1 000 tecken'],
  ] as const)('that cannot be kept comes back with what was typed', async ([text, words]) => {
    const { action, fields } = formIn(await answeredPage())
    const back = await new Browser().post(action, { ...fields, text })
    expect(back.status).toBe(422)
    expect(back.text).toContain(words)
    expect(back.text).toContain(text.trim())
    expect(await kept(fields.id!)).toEqual([])
  })

  test('about a question that was never served, or in no such course, is refused', async () => {
    const { action, fields } = formIn(await answeredPage())
    const post = (more: Record<string, string>, path = action) =>
      new Browser().post(path, { ...fields, text: 'Fel.', ...more })
    expect((await post({ version: 'dead'.repeat(8) })).status).toBe(422)
    expect((await post({ question: 'no-such' })).status).toBe(422)
    expect((await post({ id: 'mine' })).status).toBe(422)
    expect((await post({}, '/sv/courses/no-such/remarks')).status).toBe(404)
    expect((await post({ next: 'https://evil.example' })).location).toContain(
      encodeURIComponent('/sv/courses/granska-svaret'),
    )
  })

  test('is limited per source, far above what an office says in an hour; nobody closes the door to others', async () => {
    const cloud = bindings({ ON_CLOUDFLARE: '1' })
    const { action, fields } = formIn(await answeredPage())
    const send = async (source: string, env = cloud) => {
      const sent = { ...fields, id: crypto.randomUUID(), text: 'Fel.' }
      return (await new Browser(env).post(action, sent, { 'cf-connecting-ip': source })).status
    }
    const said = sql`subject like 'remark from %'`
    await db.delete(limits).where(said)
    expect(await send('192.0.2.77')).toBe(303)
    await db.update(limits).set({ uses: 249 }).where(said)
    expect(await send('192.0.2.77')).toBe(303)
    await db.update(limits).set({ uses: 300 }).where(said)
    expect(await send('192.0.2.77')).toBe(429)
    expect(await send('192.0.2.78')).toBe(303)
    expect(await send('192.0.2.77', bindings())).toBe(303)
    expect(await db.$count(limits, like(limits.subject, '%192.0.2%'))).toBe(0)
    await db.delete(limits).where(said)
  })

  test('is kept also when three hundred others came in this hour, where nobody says from whom', async () => {
    const window = Math.floor(Date.now() / 3_600_000) * 3_600_000
    await db.insert(limits).values({ subject: 'remark', window, uses: 300 }).onConflictDoNothing()
    const { action, fields } = formIn(await answeredPage())
    expect((await new Browser().post(action, { ...fields, text: 'Fel.' })).status).toBe(303)
    await db.delete(limits).where(eq(limits.subject, 'remark'))
  })
})

describe('the authors’ list', () => {
  test('is there for authors only', async () => {
    expect((await new Browser().get('/sv/authors')).status).toBe(303)
    const other = await signedIn(somebody())
    expect((await other.get('/sv/authors')).status).toBe(404)
    const { fields, action } = formIn(await answeredPage())
    await new Browser().post(action, { ...fields, text: 'Hemligt' })
    expect((await other.post(`/sv/authors/remarks/${fields.id}`, { settled: 'yes' })).status).toBe(404)
    expect(await kept(fields.id!)).toMatchObject([{ settledAt: null }])
  })

  test('shows what was said with its question, escaped, and one press puts it among what is done', async () => {
    const { fields, action } = formIn(await answeredPage())
    const tag = crypto.randomUUID()
    await new Browser().post(action, { ...fields, text: `<script>alert(1)</script> ${tag}` })
    const browser = await author()
    const list = await browser.get('/sv/authors')
    expect(list.trips).toBe(1)
    expect(list.text).toContain(`&lt;script&gt;alert(1)&lt;/script&gt; ${tag}`)
    expect(list.text).toContain('/sv/courses/granska-svaret/three-questions#q-nuts-promise')
    expect(list.text).toContain('på svenska')

    await browser.post(`/sv/authors/remarks/${fields.id}`, { settled: 'yes' })
    expect((await browser.get('/sv/authors')).text).not.toContain(tag)
    expect((await browser.get('/sv/authors?settled=1')).text).toContain(tag)
    await browser.post(`/sv/authors/remarks/${fields.id}`, { settled: 'no' })
    expect((await browser.get('/en/authors')).text).toContain(tag)
  })

  test('goes on page by page, newest first', async () => {
    const { fields } = formIn(await answeredPage())
    const { id: _id, next: _next, ...place } = fields
    const rows = Array.from({ length: 60 }, (_, n) => ({
      ...(place as { question: string; version: string; page: string }),
      id: crypto.randomUUID(),
      course: 'granska-svaret',
      locale: 'en' as const,
      text: `page by page ${n}.`,
      at: new Date(Date.UTC(2030, 0, 1, 0, n)),
    }))
    await db.insert(remarks).values(rows)
    const browser = await author()
    const first = await browser.get('/en/authors')
    expect(first.text.indexOf('page by page 59.')).toBeLessThan(first.text.indexOf('page by page 10.'))
    expect(first.text).not.toContain('page by page 9.')
    const more = /href="([^"]*before=[^"]*)"/.exec(first.text)![1]!.replaceAll('&amp;', '&')
    expect((await browser.get(more)).text).toContain('page by page 9.')
    expect((await browser.get('/en/authors?before=nonsense')).status).toBe(200)
    await db.delete(remarks).where(eq(remarks.at, rows[0]!.at))
  })
})
