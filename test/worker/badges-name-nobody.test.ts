import { eq } from 'drizzle-orm'
import * as base64url from 'jose/base64url'
import { extractText } from 'unpdf'
import { expect, test } from 'vitest'

import { users } from '../../worker/db/schema/accounts.ts'
import { awards } from '../../worker/db/schema/badges.ts'
import { submissions } from '../../worker/db/schema/quizzes.ts'
import { earnBadge } from '../support/earn-badge.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

/** Somebody with a badge whose every secret is a word that is found nowhere else. */
async function marked() {
  const email = somebody('zorvanna')
  const { code } = await startTeam({ name: 'Quibblax Verkstad' })
  const person = await signedIn(email)
  await person.post('/sv/me/name', { name: 'Wexfjord Testmärkt' })
  await join(person, code, { name: 'Ylvatrix Anställd' })
  await earnBadge(person, db)
  const [{ id }] = (await db.select({ id: users.id }).from(users).where(eq(users.email, email))) as [{ id: string }]
  await db.update(submissions).set({ score: 8_675_309 }).where(eq(submissions.learner, id))
  const [award] = await db.select().from(awards).where(eq(awards.learner, id))
  const secrets = [
    email,
    'zorvanna',
    'Quibblax',
    'Wexfjord',
    'Ylvatrix',
    id,
    award!.attempt,
    '8675309',
    String(award!.at.getTime()),
  ]
  return { award: award!, secrets, person }
}

/** Every way in which bytes can say something: as they are, unpacked, decoded, read as a document. */
async function readings(path: string): Promise<string[]> {
  const answer = await new Browser().get(path)
  expect([path, answer.status]).toEqual([path, 200])
  const bytes = await new Browser().bytes(path)
  const texts = [
    new TextDecoder('latin1').decode(bytes),
    new TextDecoder().decode(bytes),
    JSON.stringify([...answer.headers]),
  ]
  if (path.endsWith('.pdf')) texts.push((await extractText(bytes, { mergePages: true })).text)
  if (path.endsWith('.jwt')) texts.push(...answer.text.split('.').slice(0, 2).map(unpacked64))
  const list = /"encodedList":"u([^"]+)"/.exec(answer.text)?.[1]
  if (list) texts.push(await new Response(inflated(list)).text())
  return texts
}

function unpacked64(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(base64url.decode(text)))
}

function inflated(text: string): ReadableStream {
  return new Blob([Uint8Array.from(base64url.decode(text))]).stream().pipeThrough(new DecompressionStream('gzip'))
}

function publicPaths(award: string, badge: string): string[] {
  const pages = ['sv', 'en'].flatMap((l) => [
    `/${l}/badges/${award}`,
    `/${l}/badges/${award}/certificate`,
    `/${l}/badges/${award}/certificate.pdf`,
  ])
  const files = ['json', 'jwt', 'svg', 'png'].map((kind) => `/badges/${award}.${kind}`)
  return [...pages, ...files, '/status/1', `/achievements/${badge}`, `/achievements/${badge}.png`]
}

test('no byte of a badge, its pages, files, pictures or status list names its holder, employer, score or attempt', async () => {
  const { award, secrets } = await marked()
  for (const path of publicPaths(award.id, award.badge)) {
    for (const text of await readings(path)) {
      const found = secrets.filter((secret) => text.includes(secret))
      expect([path, found]).toEqual([path, []])
    }
  }
})

test('the search does find a name and a checksum once their holder shows them', async () => {
  const { award, person } = await marked()
  await person.post(`/sv/me/badges/${award.id}`, { name: 'yes', holder: 'Wexfjord Testmärkt' })
  const shown = publicPaths(award.id, award.badge).filter((path) => path.includes(award.id))
  for (const path of shown) {
    const texts = await readings(path)
    expect([path, texts.some((text) => text.includes('Wexfjord'))]).toEqual([path, true])
  }
})
