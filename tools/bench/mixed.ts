import { randomUUID } from 'node:crypto'

import { type Learner, makeLearners, warm } from './people.ts'
import { load, type Load, percentile, type Reply, send } from './load.ts'
import { countOf, type Place } from './place.ts'
import { measureTree } from './process-tree.ts'

const lesson = '/sv/courses/granska-svaret/three-questions'
const test = '/sv/courses/granska-svaret/badge'
const testers = 12_000

/** What became of the requests of a run. */
interface Tally {
  requests: number
  lessons: number
  /** Lessons that came without what the learner had done. */
  bareLessons: number
  refused: number
  answersKept: number
  testsKept: number
}

export interface Mixed {
  run: Load
  cpuMs: number
  pssMb: number
  more: Record<string, number>
}

/**
 * So many learners at once for so many seconds, beside what sixteen of them get through: the best there is. `during`:
 * what happens to the servers meanwhile.
 */
export async function measureMixed(
  place: Place,
  /** The first of each tree of processes that serves. */
  pids: number[],
  { people, seconds, during }: { people: number; seconds: number; during?: () => Promise<unknown> },
): Promise<Mixed> {
  const mixed = await mixedLoad(place, people)
  await mixed.run(16, 3)
  const best = rateOf((await mixed.run(16, Math.max(5, seconds / 10))).run)
  const before = measureTrees(pids)
  const [{ run, tally, refusals }] = await Promise.all([mixed.run(people, seconds), during?.()])
  const after = measureTrees(pids)
  return {
    run,
    cpuMs: (after.cpuMs - before.cpuMs) / run.operations,
    pssMb: after.pssMb,
    more: {
      requests: tally.requests,
      answersKept: tally.answersKept,
      testsKept: tally.testsKept,
      answered: share(tally.requests - tally.refused, tally.requests),
      lessonsWithoutProgress: share(tally.bareLessons, tally.lessons),
      refusalP99Ms: Math.round(percentile(refusals, 0.99)),
      slowestRefusalMs: Math.round(Math.max(0, ...refusals)),
      ofBest: share(rateOf(run), best),
    },
  }
}

function measureTrees(pids: number[]): { cpuMs: number; pssMb: number } {
  const each = pids.map(measureTree)
  return {
    cpuMs: each.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    pssMb: each.reduce((sum, { pssMb }) => sum + pssMb, 0),
  }
}

function rateOf(run: Load): number {
  return run.operations / run.seconds
}

function share(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 10_000
}

/**
 * A mixed load: of a hundred operations 80 are lessons, signed in, 15 answers and 5 badge tests. Anything that is
 * neither served nor refused in order (503 with Retry-After, and never a lesson) ends the run.
 */
async function mixedLoad({ url, db, secret }: Place, people: number) {
  const learners = await makeLearners(db, secret, people)
  for (const learner of learners) await warm(url, learner)
  // A person may take a test once in ten minutes, so each test has a person of its own.
  const fresh = await makeLearners(db, secret, testers)
  const answer = await answerForm(url)
  let tally = emptyTally()
  let refusals: number[] = []

  const ask = async (address: string, options: Parameters<typeof send>[1]): Promise<Reply> => {
    const began = performance.now()
    const reply = await send(url + address, options)
    count(reply, tally, address === lesson)
    if (reply.status === 503) refusals.push(performance.now() - began)
    return reply
  }
  const operations = {
    lesson: ({ cookie }: Learner) => ask(lesson, { cookie }),
    async answer({ cookie }: Learner) {
      const body = new URLSearchParams({ ...answer, id: randomUUID() }).toString()
      const reply = await ask(`${lesson}/answers/nuts-promise`, { method: 'POST', cookie, body })
      if (reply.status === 303) tally.answersKept += 1
    },
    async test() {
      const { cookie } = fresh.pop() ?? noMoreTesters()
      const opened = await ask(`${test}/attempts`, { method: 'POST', cookie, body: 'start=1' })
      if (opened.status !== 303) return
      const handedIn = await ask(`${opened.location}/hand-in`, { method: 'POST', cookie, body: 'sure=yes' })
      if (handedIn.status === 303) tally.testsKept += 1
    },
  }
  return {
    async run(atOnce: number, seconds: number) {
      const before = [await countOf(db, 'answers'), await countOf(db, 'submissions')] as const
      tally = emptyTally()
      refusals = []
      const work = async (n: number, person: number) => void (await operations[kindOf(n)](learners[person]!))
      const run = await load(work, { seconds, people: atOnce })
      expectKept('answers', tally.answersKept, (await countOf(db, 'answers')) - before[0])
      expectKept('tests', tally.testsKept, (await countOf(db, 'submissions')) - before[1])
      return { run, tally, refusals }
    },
  }
}

function expectKept(what: string, acknowledged: number, kept: number): void {
  if (kept < acknowledged) throw new Error(`${acknowledged} ${what} were acknowledged, ${kept} are kept`)
}

function kindOf(n: number): 'lesson' | 'answer' | 'test' {
  const place = (n * 37) % 100
  if (place < 80) return 'lesson'
  return place < 95 ? 'answer' : 'test'
}

function count({ status, text, retryAfter }: Reply, tally: Tally, isLesson: boolean): void {
  tally.requests += 1
  if (isLesson) tally.lessons += 1
  if (isLesson && status === 200 && !text.includes('data-signed-in="yes"')) throw new Error('a lesson was not ours')
  if (isLesson && text.includes('Vi når inte databasen')) tally.bareLessons += 1
  if (status === 200 || status === 303) return
  if (status !== 503 || isLesson || !retryAfter) throw new Error(`${status} came: ${text.slice(0, 300)}`)
  tally.refused += 1
}

function emptyTally(): Tally {
  return { requests: 0, lessons: 0, bareLessons: 0, refused: 0, answersKept: 0, testsKept: 0 }
}

async function answerForm(url: string): Promise<{ version: string; o: string }> {
  const { text } = await send(url + lesson)
  const form = /id="q-nuts-promise"[\s\S]*?<\/form>/.exec(text)![0]
  return {
    version: /name="version" value="([^"]+)"/.exec(form)![1]!,
    o: /name="o" value="([^"]+)"/.exec(form)![1]!,
  }
}

function noMoreTesters(): never {
  throw new Error('every learner has taken the test: make more of them')
}
