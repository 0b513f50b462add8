import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import type { Question } from '../../formats/catalogue/catalogue.ts'
import { choose, content, course, drawnOn } from '../support/course-key.ts'
import type { Person } from '../support/person.ts'
import { runTool } from '../support/run-tool.ts'
import { onDevServer } from './on-dev-server.ts'

const reason = { sv: 'Två av svaren var rätt.', en: 'Two of the answers were right.' }
let folder: string

/** The real courses, for an author to change. */
const { arrives, server, signsIn } = onDevServer(async () => {
  folder = await mkdtemp(join(tmpdir(), 'navet-voiding-'))
  await cp(join(import.meta.dirname, '../../courses'), folder, { recursive: true })
  return { COURSES: folder, COURSES_PRIVATE: '' }
})

afterAll(() => rm(folder, { recursive: true }))

/** What an author types when a question was wrong. */
async function isVoided({ id, version }: Question): Promise<void> {
  const words = [course, id, '--versions', version, '--reason-sv', reason.sv, '--reason-en', reason.en, '--in', folder]
  const { code, said } = await runTool({}, 'authoring/commands/void/main.ts', ...words)
  expect([code, said], said).toEqual([0, expect.stringContaining(id)])
}

/** Seven right of ten: one short. Gives a question that was answered wrongly. */
async function failsByOne(person: Person): Promise<Question> {
  await person.page.goto(`${person.origin}/${person.in.locale}/courses/${course}/badge`)
  await person.presses('main form button')
  await person.page.waitForURL(/badge\/attempts\//)
  const drawn = await drawnOn(person)
  for (const [i, question] of drawn.entries()) await choose(person, question, i < 7)
  await person.presses('button[value="hand-in"]')
  await person.page.waitForURL(/hand-in$/)
  await person.presses('main form button')
  await person.page.waitForSelector('.answer')
  expect(await person.page.locator('a[href*="/badges/"]').count()).toBe(0)
  return drawn[7]!
}

/** The author writes a question anew, in both languages, and so another version of it. */
async function isMended(id: string): Promise<void> {
  for (const locale of ['sv', 'en']) {
    const place = join(folder, course, locale)
    for (const name of await readdir(place)) {
      const text = await readFile(join(place, name), 'utf8')
      const mended = text.replace(new RegExp(`(<!-- \\{ id: ${id},.* -->\\n\\n)`), '$1Navet. ')
      if (mended !== text) await writeFile(join(place, name), mended)
    }
  }
}

/** The live page, once what the author wrote has reached it. */
async function untilItSays(person: Person, path: string, words: string): Promise<void> {
  const page = `${person.origin}/${person.in.locale}${path}`
  await expect.poll(async () => (await person.page.goto(page), person.text()), { timeout: 60_000 }).toContain(words)
}

const told = {
  sv: {
    practice: 'Frågan var fel. Ditt svar räknas ändå.',
    remarked: 'Provet har nu 8 rätt av 10.',
    review: 'Räknas som rätt, för frågan var fel.',
    mail: 'Märket AI-granskare är ditt',
  },
  en: {
    practice: 'The question was wrong. Your answer counts all the same.',
    remarked: 'The test now has 8 right of 10.',
    review: 'Counts as right, because the question was wrong.',
    mail: 'The badge AI Checker is yours',
  },
}

test.each([
  ['sv', false, 0],
  ['en', true, 3],
] as const)(
  'who failed a test by a question that was wrong is told so, in %s, and has the badge; scripts: %s',
  async (locale, script, at) => {
    const person = await arrives('amira-voided', script, locale)
    const words = told[locale]
    // With scripts the author's own page comes again whenever the courses have changed.
    const looks = async (what: string) => void (script || (await person.looks(what)))
    await signsIn(person, `amira-${locale}@voided.example`)
    const lesson = (await content()).lessons[at]!
    const asked = lesson.questions[0]!
    await person.page.goto(`${person.origin}/${locale}/courses/${course}/${lesson.id}`)
    await choose(person, asked, false)
    await person.presses(`#q-${asked.id} .question__foot button`)
    await person.page.waitForSelector(`section#q-${asked.id}`)
    const missed = await failsByOne(person)
    const review = person.path()

    await isVoided(missed)
    await untilItSays(person, `/courses/${course}/badge`, words.remarked)
    await looks('-remarked')
    await person.page.goto(`${person.origin}/${locale}${review}`)
    const answer = person.page.locator('.answer', { hasText: words.review })
    expect(await answer.innerText()).toContain(reason[locale])
    await looks('-review')
    await person.presses('a[href*="/badges/"]')
    await person.page.waitForURL(/\/badges\//)
    expect(await server().outbox()).toMatch(new RegExp(`${words.mail}[^]*${reason[locale]}`))
    await person.page.goto(`${person.origin}/${locale}/me`)
    expect(await person.page.locator('a[href*="/badges/"]').count()).toBeGreaterThan(0)

    await isVoided(asked)
    await isMended(asked.id)
    await untilItSays(person, `/courses/${course}/${lesson.id}`, words.practice)
    expect(await person.page.locator(`#q-${asked.id}`).innerText()).toContain(reason[locale])
    await looks('-practice')
    await person.leaves()
  },
)
