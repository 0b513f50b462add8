import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { formOf, kept, path, questionOf } from '../support/every-type.ts'
import { signedIn, somebody } from '../support/people.ts'
import { type Answer, Browser } from '../support/worker.ts'
import { call } from '../unit/api/support.ts'

const story = 'boss-on-the-phone'
const replay = 'note-for-switchboard'

/** Presses a choice of the story, as its form without scripts does; gives the page that comes then. */
async function choose(
  browser: Browser,
  page: Answer,
  words: string,
  more: Record<string, string> = {},
): Promise<Answer> {
  const form = formOf(page, story)
  const sent = { id: form.id, version: form.version, o: [...pathIn(form.html), tokenOf(form.html, words)], ...more }
  const reply = await browser.post(form.action, sent)
  return reply.status === 303 ? browser.get(reply.location!.split('#')[0]!) : reply
}

const pathIn = (html: string) =>
  [...html.matchAll(/type="hidden" name="o" value="([^"]+)"/g)].map(([, token]) => token!)
const tokenOf = (html: string, words: string) =>
  new RegExp(`name="o" value="([^"]+)"[^>]*><span>${words}`).exec(html)![1]!
const begin = (browser: Browser) => browser.get(`${path()}?again=${story}`)

test('a story shows one part at a time: what follows a choice, and how it ends, is told after it', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const first = await begin(browser)
  expect(first.text).toContain('Jag sitter i möte')
  expect(first.text).not.toMatch(
    /Avsändaren är chefens namn|Läs upp kontonumret|bekräftade sitt eget|Det kostade en minut/,
  )

  const mail = await choose(browser, first, 'Be att få')
  expect(mail.text).toContain('Avsändaren är chefens namn')
  expect(mail.text).toContain('Du är här, i del 2 av högst 2')
  expect(mail.text).toMatch(/Samtalet:<\/b> Be att få uppgifterna/)
  expect(mail.text).not.toMatch(/bekräftade sitt eget|Det kostade en minut/)
  expect(await kept(email)).toEqual([])

  const end = await choose(browser, mail, 'Läs upp')
  expect(end.text).toContain('Ett dåligt slut.')
  expect(end.text).toContain('bekräftade sitt eget')
  expect(end.text).not.toContain('Det kostade en minut')
  expect(await kept(email)).toMatchObject([{ chosen: [1, 3], correct: false }])
})

test('a bad ending leads back to where it turned, and another end is one more answer; the first one stays', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const bad = await choose(browser, await begin(browser), 'Betala')
  const back = /class="button button--ink" href="([^"]+)">Tillbaka till samtalet/
    .exec(bad.text)![1]!
    .replaceAll('&amp;', '&')
  const again = await browser.get(back.split('#')[0]!)
  expect(again.text).toContain('Jag sitter i möte')

  const good = await choose(browser, again, 'Säg att du')
  expect(good.text).toContain('Ett bra slut.')
  const rows = (await kept(email)).map(({ chosen, correct }) => [chosen, correct])
  expect(rows).toHaveLength(2)
  expect(rows).toEqual(
    expect.arrayContaining([
      [[0], false],
      [[2], true],
    ]),
  )
  expect((await browser.get(path())).text).toContain('Ett bra slut.')
})

test('going back a step and loading anew are addresses of their own, for who is signed out as well', async () => {
  const browser = new Browser()
  const mail = await choose(browser, await begin(browser), 'Be att få')
  const step = /class="alone" href="([^"]+)">\s*Gå tillbaka ett steg/.exec(mail.text)![1]!.replaceAll('&amp;', '&')
  expect((await browser.get(step.split('#')[0]!)).text).toContain('Jag sitter i möte')

  const end = await choose(browser, mail, 'Lägg på')
  expect(end.status).toBe(200)
  expect(end.text).toContain('Ett bra slut.')
})

test('no choice, one of another part, one that is nobody’s, and a way that has ended are not taken', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const first = await begin(browser)
  const form = formOf(first, story)
  const mail = formOf(await choose(browser, first, 'Be att få'), story)
  const named = { id: form.id, version: form.version }
  const later = tokenOf(mail.html, 'Läs upp')
  const pay = tokenOf(form.html, 'Betala')

  const blank = await browser.post(form.action, named)
  expect([blank.status, blank.text.includes('Välj vad du gör.')]).toEqual([422, true])
  for (const o of [[later], ['stranger'], [pay, later], [pay, pay], [...pathIn(mail.html), pay]])
    expect((await browser.post(form.action, { ...named, o })).status, o.join(' ')).toBe(422)
  expect(await kept(email)).toEqual([])

  const query = (o: readonly string[], version = form.version) =>
    new URLSearchParams([['far', story], ['v', version], ...o.map((token) => ['o', token])])
  const many = Array.from({ length: 11 }, () => pay)
  for (const [o, version, isChanged] of [
    [[later], form.version, true],
    [['stranger'], form.version, true],
    [pathIn(mail.html), '0'.repeat(32), true],
    [many, form.version, true],
    // How it ends is told after the answer: the last choice is to be made again.
    [[pay], form.version, false],
    [[], '0'.repeat(32), false],
  ] as const) {
    const page = await browser.get(`${path()}?${query(o, version)}`)
    expect([page.status, page.text.includes('Berättelsen har ändrats')], o.join(' ')).toEqual([200, isChanged])
    expect(page.text).toContain('Jag sitter i möte')
    expect(page.text).not.toMatch(/bekräftade sitt eget|Det kostade en minut/)
  }
  const other = await browser.get(`${path()}?far=three-hours&o=stranger`)
  expect([other.status, other.text.includes('Berättelsen har ändrats')]).toEqual([200, false])
  expect((await browser.get(`${path()}?far=nothing&o=stranger`)).status).toBe(200)
  expect(await kept(email)).toEqual([])
})

test('a script gets the next part by itself, and the ending as every answer', async () => {
  const browser = new Browser()
  const form = formOf(await begin(browser), story)
  const post = (o: string[]) =>
    browser.post(
      form.action,
      { id: form.id, version: form.version, o },
      { 'x-fragment': '1', origin: 'http://navet.example' },
    )
  const ask = tokenOf(form.html, 'Be att få')
  const next = await post([ask])
  expect(next.status).toBe(200)
  expect(next.text).toMatch(/^<practice-question[\s\S]*data-step[\s\S]*Mejlet kommer/)
  expect(next.text).not.toContain('<html')
  const end = await post([ask, tokenOf(next.text, 'Lägg på')])
  expect(end.text).toMatch(/^<section\s+class="answer"/)
})

test('programs walk the story as well: until it ends the answer is the next step', async () => {
  const browser = new Browser()
  const { id, version } = await questionOf(story)
  const lesson = (await call(browser, 'GET', '/courses/all-types/lessons/every-type?locale=en')).json as {
    questions: { question: { id: string; options: { token: string; text: string }[]; path: string[] } }[]
  }
  const open = lesson.questions.find(({ question }) => question.id === id)!.question
  const put = (tokens: string[]) =>
    call(browser, 'PUT', `/courses/all-types/lessons/every-type/answers/${randomUUID()}?locale=en`, {
      question: id,
      version,
      tokens,
    })
  const pick = (options: { token: string; text: string }[], words: string) =>
    options.find(({ text }) => text.startsWith(words))!.token
  const step = (await put([pick(open.options, 'Ask')])).json as { kept: false; next: typeof open }
  expect(step).toMatchObject({
    kept: false,
    next: { id, part: { title: 'The mail comes' }, path: [pick(open.options, 'Ask')] },
  })
  expect(JSON.stringify(step)).not.toMatch(/confirmed its own|cost a minute/)

  const end = await put([...step.next.path, pick(step.next.options, 'Hang up')])
  expect(end.json).toMatchObject({ kept: false, question: { id, correct: true, ending: { isGood: true } } })
})

test('a replay tells what the chosen prompt was answered and no other; each pick is kept, the first one too', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const first = await browser.get(path())
  expect(first.text).not.toMatch(/Rutin för telefonsäkerhet|Ring upp på numret i listan\.|ingen sådan lag/)
  const form = formOf(first, replay)
  const named = { id: form.id, version: form.version }
  const poor = form.tokens.get('Skriv en proffsig rutin om telefonbedrägerier.')!
  await browser.post(form.action, { ...named, o: poor })
  const told = await browser.get(path())
  expect(told.text).toMatch(
    /Inspelat 12 november 2026[\s\S]*Anteckna samtalet i tre år[\s\S]*Här är felet[\s\S]*ingen sådan lag/,
  )
  expect(told.text).not.toContain('Inget är påhittat')

  const retry = new RegExp(`<form class="choices"[\\s\\S]*?</form>`).exec(told.text)![0]
  const again = {
    id: /name="id" value="([^"]+)"/.exec(retry)![1]!,
    version: form.version,
    o: tokenOf(retry, 'Skriv tre rader'),
  }
  expect((await browser.post(form.action, again)).status).toBe(303)
  expect((await browser.get(path())).text).toMatch(/Därför håller det[\s\S]*Inget är påhittat/)
  expect((await kept(email)).map(({ correct }) => correct).toSorted()).toEqual([false, true])

  expect((await browser.post(form.action, { ...named, o: [poor, again.o] })).status).toBe(422)
  expect((await browser.post(form.action, named)).text).toContain('Välj en instruktion först.')
})
