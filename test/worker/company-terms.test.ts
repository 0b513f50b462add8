import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { companies, terms } from '../../worker/db/schema/companies.ts'
import { course, answer, lessonPath } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { companyForm, join, rowOf, startTeam } from '../support/teams.ts'
import { bindings, type Browser, database } from '../support/worker.ts'
import { call, newCompany } from '../unit/api/support.ts'

const db = database(bindings())
const other = 'all-types'
const unknown = 'no-such-course'

const shares = ['all', 'some', '', 'everything', undefined]
const ticks = [[], [course], [course, other], [course, course], [unknown], [course, unknown], ['all'], ['']]
const combinations = shares.flatMap((share) => ticks.map((courses) => ({ share, courses })))

/** What may be shared at most, by the plain words of the form; undefined where the form says nothing, or two things. */
function meant(share: string | undefined, courses: string[]): string[] | 'all' | undefined {
  if (share === 'all') return courses.length === 0 ? 'all' : undefined
  if (share !== 'some' || courses.length === 0) return undefined
  if (courses.some((each) => each !== course && each !== other)) return undefined
  return [...new Set(courses)]
}

async function storedTerms(name: string): Promise<(string[] | 'all')[]> {
  const rows = await db
    .select({ courses: terms.courses })
    .from(terms)
    .innerJoin(companies, eq(companies.id, terms.company))
    .where(eq(companies.name, name))
  return rows.map((row) => (row.courses === 'all' ? 'all' : row.courses.toSorted()))
}

const owner = signedIn(somebody('terms'))

async function startBy(form: Record<string, string | string[]>): Promise<{ status: number; text: string }> {
  const { share: _, ...fields } = companyForm
  return (await owner).post('/sv/companies/new', { ...fields, ...form })
}

test.for(combinations)(
  'the form: $share with $courses shares what was chosen, or is asked about',
  async (combination) => {
    const { share, courses } = combination
    const name = `Form ${crypto.randomUUID()}`
    const sent = await startBy({ name, courses, ...(share === undefined ? {} : { share }) })
    const expected = meant(share, courses)
    expect(await storedTerms(name)).toEqual(
      expected === undefined ? [] : [expected === 'all' ? 'all' : expected.toSorted()],
    )
    expect(sent.status).toBe(expected === undefined ? 422 : 303)
    if (expected === undefined) {
      expect(sent.text).toContain('id="courses-error"')
      expect(sent.text).toContain('href="#courses"')
      expect(sent.text).toContain(`value="${name}"`)
    }
  },
)

test.for(['all' as const, ...ticks])('the API: %s shares what was chosen, or is refused', async (courses) => {
  const name = `API ${crypto.randomUUID()}`
  const sent = await call(await owner, 'POST', '/companies', { ...newCompany, name, courses })
  const expected = courses === 'all' ? 'all' : meant('some', courses)
  expect(await storedTerms(name)).toEqual(
    expected === undefined ? [] : [expected === 'all' ? 'all' : expected.toSorted()],
  )
  expect(sent.status).toBe(expected === undefined ? 422 : 201)
  if (expected === undefined) expect(Object.keys(sent.json.fields).join()).toMatch(/^courses/)
})

test('a form with all courses and some of them ticked comes back with the narrower choice made, and the ticks kept', async () => {
  const back = await startBy({ share: 'all', courses: [course] })
  expect(radio(back.text, 'some')).toContain('checked')
  expect(radio(back.text, 'all')).not.toContain('checked')
  expect(new RegExp(`<input[^>]*value="${course}"[^>]*>`).exec(back.text)![0]).toContain('checked')
})

test('at first all courses are chosen, by a choice of one', async () => {
  const page = await (await owner).get('/sv/companies/new')
  expect(radio(page.text, 'all')).toContain('checked')
  expect(radio(page.text, 'all')).toContain('type="radio"')
})

test('what was not chosen is shared neither on the page nor by the API, for anybody in the company', async () => {
  const {
    owner: founder,
    path,
    code,
  } = await startTeam({ share: 'some', courses: other } as Partial<typeof companyForm>)
  const amira = await signedIn()
  expect((await amira.get(`/sv/join/${code}`)).text).not.toContain('Alla kurser i Navet')
  await join(amira, code)
  await answer(amira, lessonPath, 'nuts-promise', 'Tiderna')
  expect(rowOf(await founder.get(path), 'Amira')).toContain('Delas inte')
  const { json } = await call(founder as Browser, 'GET', `/companies/${path.split('/').at(-1)!}/members`)
  const cells = json.members.flatMap((member: { courses: { course: string; state: string }[] }) => member.courses)
  expect(
    cells.filter((cell: { course: string }) => cell.course === course).map((cell: { state: string }) => cell.state),
  ).toEqual(['hidden', 'hidden'])
})

function radio(text: string, value: string): string {
  return new RegExp(`<input[^>]*name="share"[^>]*value="${value}"[^>]*>`).exec(text)![0]
}
