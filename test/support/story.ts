import type { Client } from '@libsql/client/web'

import type { Question } from '../../formats/catalogue/catalogue.ts'
import { type Fields, fieldsFor } from './form-fields.ts'
import type { Answered, Visitor } from './visitor.ts'

/** Steps that people take through pages, whichever build shows them: forms are read, addresses and names of fields are the site's own. */

/** What the one who drives the story knows and no page tells: what was mailed, and which answers are right. */
export interface Backstage {
  client: Client
  secret: string
}

const course = '/sv/courses/granska-svaret'

export async function signsIn(person: Visitor, email: string, backstage: Backstage): Promise<void> {
  led(await person.sends('/sv/sign-in', { email }), /^\/sv\/sign-in\/code/)
  const code = await codeMailedTo(email, backstage)
  led(await person.sends(`/sv/sign-in/code?email=${encodeURIComponent(email)}`, { email, code }), /^\/sv\/me/)
}

export async function codeMailedTo(email: string, { client }: Backstage): Promise<string> {
  const { rows } = await client.execute({
    sql: `select body from mails where recipient = ? and body <> '' order by created_at desc, rowid desc limit 1`,
    args: [email],
  })
  const code = /\b\d{6}\b/.exec(String(rows[0]?.body))?.[0]
  if (!code) throw new Error(`no code was mailed to ${email}`)
  return code
}

/** Answers the first open questions of a lesson rightly. */
export async function practises(
  person: Visitor,
  { lesson, most = Infinity }: { lesson: string; most?: number },
  backstage: Backstage,
): Promise<void> {
  const page = `${course}/${lesson}`
  const open = [...(await person.get(page)).text.matchAll(/<form class="question" id="q-([^"]+)"[\s\S]*?<\/form>/g)]
  /* oxlint-disable no-await-in-loop -- as one person does, one after the other */
  for (const [form, question] of open.slice(0, most)) {
    const version = /name="version" value="([^"]+)"/.exec(form)![1]!
    const answer = await rightFor(version, { tokens: 'o', text: 't', places: 'p.' }, backstage)
    led(await person.sends(page, answer, `${page}/answers/${question}`), /^\/sv\/courses\//)
  }
  /* oxlint-enable no-await-in-loop */
}

/** The path of her open badge test, a new one or the one she has. */
export async function opensTest(person: Visitor): Promise<string> {
  return led(await person.sends(`${course}/badge`, {}, `${course}/badge/attempts`), /badge\/attempts\//)
}

/** Right answers to so many of the questions that were drawn. */
export async function rightSheet(test: string, { most = Infinity }, backstage: Backstage): Promise<Fields> {
  const { rows } = await backstage.client.execute({
    sql: `select drawn from attempts where id = ?`,
    args: [test.split('/').at(-1)!],
  })
  const drawn = JSON.parse(String(rows[0]?.drawn)) as { question: string; version: string }[]
  const sheets = drawn
    .slice(0, most)
    .map(({ question, version }) =>
      rightFor(version, { tokens: `q.${question}`, text: `t.${question}`, places: `p.${question}.` }, backstage),
    )
  return Object.assign({}, ...(await Promise.all(sheets))) as Fields
}

/** Takes the badge test and passes it; gives the award's id. */
export async function earnsBadge(person: Visitor, backstage: Backstage): Promise<string> {
  const test = await opensTest(person)
  led(await person.post(`${test}/submission`, await rightSheet(test, {}, backstage)), /badge\/attempts\//)
  const award = /\/sv\/badges\/([0-9a-f]{32})/.exec((await person.get(test)).text)?.[1]
  if (!award) throw new Error('no badge was won')
  return award
}

/** Gives the company's path, and a code that lets its people join. */
export async function startsCompany(person: Visitor, name: string): Promise<{ path: string; code: string }> {
  const form = { name, municipality: '2081', sector: 'C', size: '10-49', displayName: 'Anders Öst', share: 'all' }
  const started = await person.sends('/sv/companies/new', { ...form, accept: 'yes' })
  const path = led(started, /^\/sv\/companies\/[0-9a-f]+/)
  await person.sends(path, { for: 'team' }, `${path}/invitations`)
  return { path, code: /\/join\/([0-9A-Z]{16})/.exec((await person.get(path)).text)![1]! }
}

/** With all that she had begun before. */
export async function joins(person: Visitor, { code, name }: { code: string; name: string }): Promise<void> {
  const earlier = [...(await person.get(`/sv/join/${code}`)).text.matchAll(/name="earlier" value="([^"]+)"/g)]
  const fields = { name, accept: 'yes', earlier: earlier.map(([, each]) => each!) }
  led(await person.sends(`/sv/join/${code}`, fields), /\/seen(\?|$)/)
}

export async function erases(person: Visitor, email: string, backstage: Backstage): Promise<void> {
  const asked = led(await person.sends('/sv/me/erasure', { sure: 'yes' }), /erasure\/code/)
  led(await person.sends(asked, { code: await codeMailedTo(email, backstage) }), /erasure\/done$/)
}

async function rightFor(version: string, names: Parameters<typeof fieldsFor>[1]['names'], backstage: Backstage) {
  const { rows } = await backstage.client.execute({
    sql: 'select content from question_versions where version = ?',
    args: [version],
  })
  const question = JSON.parse(String(rows[0]?.content)) as Question
  return fieldsFor(question, { right: true, secret: backstage.secret, names })
}

/** Where a form led; anything else is a fault. */
function led({ status, location, text }: Answered, to: RegExp): string {
  if (status !== 303 || !to.test(location))
    throw new Error(`${status} ${location}: ${text.slice(0, 4000).replaceAll(/<[^>]+>|\s+/g, ' ')}`)
  return location
}
