import { randomUUID } from 'node:crypto'

import { makeCredential } from './credentials.ts'
import { type Learner, makeLearners, makeTeam, warm } from './people.ts'
import { type Reply, send } from './load.ts'
import { countOf, type Place } from './place.ts'

export interface Scenario {
  name: string
  /** CPU milliseconds an operation may cost, over all server processes. */
  budgetMs?: number
  /** For operations that a person can do only once in a while. */
  operations?: number
  prepare(place: Place): Promise<{ operation(n: number): Promise<void>; check?(operations: number): Promise<void> }>
}

const lesson = '/sv/courses/granska-svaret/three-questions'
const test = '/sv/courses/granska-svaret/badge'
const testers = 600

export const scenarios: Scenario[] = [
  { name: 'floor', prepare: async ({ url }) => reading(`${url}/healthz`, 'ok') },
  { name: 'catalogue', prepare: async ({ url }) => reading(`${url}/sv`, 'Granska svaret') },
  { name: 'lesson', prepare: async ({ url }) => reading(url + lesson, 'Ett hotell i Rättvik') },
  {
    name: 'lesson-signed-in',
    budgetMs: 1.5,
    async prepare({ url, db, secret }) {
      const people = await warmed(url, await makeLearners(db, secret, 50))
      return {
        operation: async (n) =>
          expectReply(
            await send(url + lesson, { cookie: people[n % people.length]!.cookie }),
            200,
            'data-signed-in="yes"',
          ),
      }
    },
  },
  { name: 'answer', budgetMs: 3, prepare: answering },
  { name: 'badge-test', budgetMs: 6, operations: testers, prepare: testing },
  {
    name: 'credential',
    budgetMs: 1,
    prepare: async ({ url, db }) =>
      reading(`${url}/badges/${await makeCredential(db, 'courses')}.json`, 'OpenBadgeCredential'),
  },
  { name: 'team-250', prepare: (place) => team(place, 250) },
  { name: 'team-250-whole', operations: 60, prepare: (place) => wholeTeam(place, 250) },
  { name: 'team-1000', budgetMs: 6, prepare: (place) => team(place, 1000) },
]

function reading(address: string, words: string) {
  return { operation: async () => expectReply(await send(address), 200, words) }
}

async function answering({ url, db, secret }: Place) {
  const people = await warmed(url, await makeLearners(db, secret, 50))
  const { text } = await send(url + lesson)
  const form = /id="q-nuts-promise"[\s\S]*?<\/form>/.exec(text)![0]
  const version = /name="version" value="([^"]+)"/.exec(form)![1]!
  const token = /name="o" value="([^"]+)"/.exec(form)![1]!
  const before = await countOf(db, 'answers')

  return {
    async operation(n: number) {
      const body = new URLSearchParams({ id: randomUUID(), version, o: token }).toString()
      const { cookie } = people[n % people.length]!
      expectReply(await send(`${url}${lesson}/answers/nuts-promise`, { method: 'POST', cookie, body }), 303)
    },
    async check(operations: number) {
      const rows = (await countOf(db, 'answers')) - before
      if (rows !== operations) throw new Error(`answer: ${operations} answers were sent, ${rows} rows were kept`)
    },
  }
}

async function testing({ url, db, secret }: Place) {
  const people = await warmed(url, await makeLearners(db, secret, testers))
  const before = await countOf(db, 'submissions')

  return {
    async operation(n: number) {
      const { cookie } = people[n]!
      const opened = await send(`${url}${test}/attempts`, { method: 'POST', cookie, body: 'start=1' })
      expectReply(opened, 303)
      const handedIn = await send(`${url}${opened.location}/hand-in`, { method: 'POST', cookie, body: 'sure=yes' })
      expectReply(handedIn, 303)
    },
    async check(operations: number) {
      const rows = (await countOf(db, 'submissions')) - before
      if (rows !== operations) throw new Error(`badge-test: ${operations} tests were handed in, ${rows} rows were kept`)
    },
  }
}

async function team({ url, db, secret }: Place, size: number) {
  const members = await makeLearners(db, secret, size)
  const company = await makeTeam(db, members)
  const [owner] = await warmed(url, members.slice(0, 1))
  return {
    async operation() {
      const reply = await send(`${url}/sv/companies/${company}`, { cookie: owner!.cookie })
      expectReply(reply, 200, 'Person 0049')
    },
  }
}

/** From the first page to the last, as one operation: it is to take two seconds at the most. */
async function wholeTeam({ url, db, secret }: Place, size: number) {
  const members = await makeLearners(db, secret, size)
  const company = await makeTeam(db, members)
  const [owner] = await warmed(url, members.slice(0, 1))
  return {
    async operation() {
      let seen = 0
      let page: string | undefined = `/sv/companies/${company}`
      while (page) {
        const reply: Reply = await send(url + page, { cookie: owner!.cookie })
        expectReply(reply, 200, 'rowheader')
        seen += reply.text.match(/role="rowheader"/g)!.length
        page = /href="(\/sv\/[^"]*[?&;]after=[^"]+)"/.exec(reply.text)?.[1]?.replaceAll('&amp;', '&')
      }
      if (seen !== size) throw new Error(`team-250-whole: ${seen} members were shown, not ${size}`)
    },
  }
}

async function warmed(url: string, people: Learner[]): Promise<Learner[]> {
  for (const learner of people) await warm(url, learner)
  return people
}

function expectReply(reply: Reply, status: number, words = ''): void {
  if (reply.status !== status || !reply.text.includes(words)) {
    throw new Error(`expected ${status} with "${words}", got ${reply.status}: ${reply.text.slice(0, 200)}`)
  }
}
