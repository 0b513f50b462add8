import { eq } from 'drizzle-orm'
import { expect } from 'vitest'

import type { ChoiceQuestion } from '../../../worker/questions/choice.ts'
import { nameKey } from '../../../worker/companies/name-key.ts'
import { users } from '../../../worker/db/schema/accounts.ts'
import { memberships } from '../../../worker/db/schema/companies.ts'
import { questionVersions } from '../../../worker/db/schema/courses.ts'
import { course, lesson } from '../../support/lessons.ts'
import { signedIn, somebody } from '../../support/people.ts'
import { bindings, type Browser, database } from '../../support/worker.ts'

const db = database(bindings())
export const lessonPath = `/courses/${course}/lessons/${lesson}`
export const attemptsPath = `/courses/${course}/attempts`

export interface Reply {
  status: number
  headers: Headers
  // oxlint-disable-next-line typescript/no-explicit-any -- what came is what the test looks at
  json: any
  text: string
}

export async function call(browser: Browser, method: string, path: string, body?: unknown): Promise<Reply> {
  const reply = await browser.send(`/api/v1${path}`, {
    method,
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const { status, headers, text } = reply
  return { status, headers, text, json: text ? JSON.parse(text) : undefined }
}

interface Shown {
  id: string
  version: string
  options: { token: string; text: string }[]
}

/** A practice question as a program finds it, and an answer to it by the beginning of an option's words. */
export async function answerTo(browser: Browser, question: string, beginning: string) {
  const read = await call(browser, 'GET', `${lessonPath}?locale=sv&again=${question}`)
  const shown = read.json.questions.find((each: { question: Shown }) => each.question.id === question).question as Shown
  const option = shown.options.find(({ text }) => text.startsWith(beginning))!
  return { question, version: shown.version, tokens: [option.token] }
}

/** Right tokens for `right` drawn questions, wrong ones for the rest, by the key as it is stored. */
export async function sheet(questions: Shown[], right: number): Promise<Record<string, string[]>> {
  const entries = await Promise.all(
    questions.map(async ({ id, version, options }, i) => {
      const [row] = await db.select().from(questionVersions).where(eq(questionVersions.version, version))
      const { key, text } = row!.content as ChoiceQuestion
      const correct = key.map((ordinal) => text.sv.options[ordinal]!.text)
      const picked = options.filter((option) => correct.includes(option.text) === i < right)
      return [id, picked.slice(0, key.length).map(({ token }) => token)] as const
    }),
  )
  return Object.fromEntries(entries)
}

export const newCompany = {
  name: 'Siljans Plåt',
  municipality: '2081',
  sector: 'C',
  size: '10-49',
  displayName: 'Anders Öst',
  courses: 'all',
  accept: true,
}

export async function startTeam() {
  const owner = await signedIn(somebody('anders'))
  const started = await call(owner, 'POST', '/companies', newCompany)
  if (started.status !== 201) throw new Error(`could not start a company: ${started.status}`)
  return { owner, id: started.json.id as string, path: `/companies/${started.json.id}` }
}

export async function joinTeam(path: string, owner: Browser, person: Browser, name = 'Amira Haddad'): Promise<Reply> {
  const { json } = await call(owner, 'POST', `${path}/invitations`, { for: 'team' })
  const invitation = await call(person, 'GET', `/invitations/${json.code}`)
  return call(person, 'POST', `/invitations/${json.code}/memberships`, {
    name,
    termsVersion: invitation.json.termsVersion,
    earlier: [],
    accept: true,
  })
}

export function expectProblem(reply: Reply, status: number, title: string): void {
  expect(reply.headers.get('content-type')).toContain('application/problem+json')
  expect(reply.status).toBe(status)
  expect(reply.json).toMatchObject({ type: `urn:navet:${title}`, title, status, detail: expect.any(String) })
  expect(reply.json.instance).toMatch(/^N-[2-9A-Z]{8}$/)
}

/** Members with names from all over the alphabet, as rows. */
export async function fillTeam(id: string, count: number): Promise<void> {
  const letters = ['Åsa', 'Östen', 'Älva', 'Zara', 'Bo', 'Cia', 'Dan', 'Eva']
  const rows = Array.from({ length: count }, (_, i) => {
    const learner = crypto.randomUUID()
    const name = `${letters[i % letters.length]} ${String(i).padStart(3, '0')}`
    const at = new Date()
    return [
      db.insert(users).values({ id: learner, name, email: `${learner}@x.example`, createdAt: at, updatedAt: at }),
      db.insert(memberships).values({
        id: crypto.randomUUID(),
        company: id,
        learner,
        role: 'member',
        name,
        nameKey: nameKey(name),
        termsVersion: 1,
        joinedAt: at,
      }),
    ] as const
  })
  const [first, ...rest] = rows.flat()
  await db.batch([first!, ...rest])
}

/** Every operation that needs a person. */
export const personal = [
  ['GET', '/progress', undefined],
  ['GET', attemptsPath, undefined],
  ['POST', attemptsPath, undefined],
  ['GET', `${attemptsPath}/x`, undefined],
  ['PUT', `${attemptsPath}/x/draft`, { answers: {} }],
  ['PUT', `${attemptsPath}/x/submission`, { answers: {} }],
  ['GET', '/companies', undefined],
  ['POST', '/companies', newCompany],
  ['GET', '/companies/x/members', undefined],
  ['GET', '/companies/x/seen', undefined],
  ['POST', '/companies/x/invitations', { for: 'team' }],
  ['PATCH', '/companies/x/members/y', { role: 'member' }],
  ['DELETE', '/companies/x/members/y', undefined],
  ['POST', '/companies/x/members/y/restoration', undefined],
  ['PUT', '/companies/x/shares', { earlier: [] }],
  ['DELETE', '/companies/x/membership', undefined],
  ['POST', '/invitations/x/memberships', { name: 'A', termsVersion: 1, earlier: [], accept: true }],
] as const
