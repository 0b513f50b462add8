import { catalogue } from 'virtual:catalogue'

import type {
  Catalogue,
  CourseSummary,
  LearningPath,
  Question,
  VoidedQuestion,
} from '../../formats/catalogue/catalogue.ts'
import { voidingOf } from '../../formats/catalogue/voiding-of.ts'
import type { Database } from '../../worker/db/client.ts'
import { achievements } from '../../worker/db/schema/badges.ts'
import { users } from '../../worker/db/schema/accounts.ts'
import { attempts, submissions } from '../../worker/db/schema/quizzes.ts'
import { passMark } from '../../worker/quizzes/rules.ts'
import { questionPlaces, questionVersions } from '../../worker/db/schema/courses.ts'
import type { ChoiceQuestion } from '../../worker/questions/choice.ts'
import { randomId } from '../../worker/chance.ts'

/** What somebody has drawn and chosen, ten questions. */
export interface HandedIn {
  learner: string
  attempt: string
  email: string
  at: Date
}

interface Sheet {
  /** Ids, in the order drawn. */
  drawn: string[]
  /** Those of them that are answered rightly; the others are wrong, or not answered. */
  right: string[]
  unanswered?: string[]
  at?: Date
  locale?: 'sv' | 'en'
}

export interface MadeCourse {
  id: string
  summary: CourseSummary
  badge: string
  pool: ChoiceQuestion[]
  /** As a build would have it in which course.yml says so. */
  voids(...voided: VoidedQuestion[]): void
  /** The same for a question in the words that stand. */
  voiding(question: string, more?: Partial<VoidedQuestion>): VoidedQuestion
  /** A test that somebody new handed in, marked by the key. */
  handedIn(sheet: Sheet): Promise<HandedIn>
}

const reason = { sv: 'Två av svaren var rätt.', en: 'Two of the answers were right.' }

/** Only of these courses, so that tests do not wait for each other's. */
export function only(...courses: MadeCourse[]): Catalogue {
  return { ...catalogue, courses: courses.map(({ summary }) => summary) }
}

/** A path of a test's own, by the ids of courses. */
export function pathOver(id: string, steps: string[][]): LearningPath {
  const text = { sv: 'x', en: 'x' }
  return { id, version: 'v1', name: text, description: text, badge: text, steps }
}

/** A course of a test's own among those that are served, with the pool of the first one: what it voids is nobody else's. */
export async function makeCourse(db: Database): Promise<MadeCourse> {
  const id = `made-${randomId()}`
  const model = catalogue.courses[0]!
  const pool = (await catalogue.loadPool(model.id))!.map((question) => ({
    ...(question as ChoiceQuestion),
    version: randomId(),
  }))
  const summary: CourseSummary = { ...model, id, version: randomId(), badge: { ...model.badge, id } }
  const firstSeenAt = new Date()
  await db.insert(questionVersions).values(
    pool.map((content) => ({
      version: content.version,
      course: id,
      question: content.id,
      keyHash: content.keyHash,
      content,
      firstSeenAt,
    })),
  )
  await db.insert(questionPlaces).values(pool.map(({ version }) => ({ version, page: 'badge' })))
  await db.insert(achievements).values({
    badge: id,
    version: summary.version,
    content: {
      name: model.badge.name,
      title: model.title,
      picture: 'CHK-2',
      courses: [id],
      outcomes: [],
      alignments: [],
    },
    firstSeenAt,
  })
  catalogue.courses.push(summary)
  const { loadPool } = catalogue
  catalogue.loadPool = (course) =>
    course === id ? Promise.resolve(pool.filter((question) => isAsked(summary, question))) : loadPool(course)
  return {
    id,
    summary,
    badge: id,
    pool,
    handedIn: (sheet) => handIn(db, summary, pool, sheet),
    voids(...voided) {
      if (voided.length > 0) summary.voided = voided
      else delete summary.voided
    },
    voiding(question, more = {}) {
      const { version } = pool.find((each) => each.id === question)!
      return { question, versions: [version], reason, on: '2026-11-28', ...more }
    },
  }
}

function isAsked({ voided }: CourseSummary, { id: question, version }: Question): boolean {
  return !voidingOf(voided, { question, version })
}

async function handIn(db: Database, course: CourseSummary, pool: ChoiceQuestion[], sheet: Sheet): Promise<HandedIn> {
  const { drawn, right, unanswered = [], at = new Date('2026-11-20T22:30:00Z'), locale = 'sv' } = sheet
  const [learner, attempt] = [randomId(), randomId()]
  const email = `${learner}@siljansplat.example`
  const questions = drawn.map((id) => pool.find((each) => each.id === id)!)
  const answers = Object.fromEntries(
    questions
      .filter(({ id }) => !unanswered.includes(id))
      .map(({ id, key }) => [id, right.includes(id) ? key : [(key[0]! + 1) % 3]]),
  )
  const own = { learner, course: course.id }
  await db.batch([
    db
      .insert(users)
      .values({ id: learner, email, name: 'x', emailVerified: true, createdAt: at, updatedAt: at, locale }),
    db.insert(attempts).values({
      ...own,
      id: attempt,
      courseVersion: course.version,
      drawn: questions.map(({ id, version }) => ({ question: id, version, order: [0, 1, 2] })),
      openedAt: new Date(at.getTime() - 60_000),
      closedAt: at,
    }),
    db.insert(submissions).values({
      ...own,
      attempt,
      answers,
      score: right.length,
      passed: right.length >= passMark,
      locale,
      at,
    }),
  ])
  return { learner, attempt, email, at }
}
