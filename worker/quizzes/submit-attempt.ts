import { inBatch } from '../db/in-batch.ts'
import { awardPaths } from '../badges/award-paths.ts'
import { awardWhere } from '../badges/store.ts'
import { randomId } from '../chance.ts'
import { type Given, isBlank } from '../questions/given.ts'
import { findCourse } from '../courses/find.ts'
import { recordNewCredential } from '../credentials/record-new-credential.ts'
import { signLater } from '../credentials/sign-later.ts'
import { dayOf } from '../../formats/day.ts'
import type { AttemptAnswers, Draft } from '../db/schema/quizzes.ts'
import { recordStart } from '../progress/store.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'
import { hoursBefore, isOpen } from './open-attempt.ts'
import { draftOf, givenOf, localeOf } from './drafts.ts'
import { markTest } from './marking.ts'
import { type ReadAttempt, readAttempt, readWith } from './read-attempt.ts'
import type { Fault } from '../questions/registry.ts'
import { isFault, readGiven } from './read-given.ts'
import { renewed } from './renew-given.ts'
import { openHours } from './rules.ts'
import { textOfTest } from './shown-text.ts'
import { hasPassed, recordDraft, recordSubmission, selectSubmission, type Submission } from './store.ts'
import { SentBack } from './submit-answer.ts'
import { countVoided } from './voiding/count-voided.ts'
import { everDrawn } from './voiding/rules.ts'
import { recordRemarking } from './voiding/store.ts'

const recordAward = awardWhere(hasPassed)

/** What was given, by question id. */
export type SentAnswers = Record<string, Given>

/**
 * Marks a badge test and, if it is passed, awards the badge in the same batch. The same answers again give the
 * first result; other answers to a submitted attempt are a conflict, and so is one that is a day old. Answers that
 * cannot be read go back (SentBack), and what was given is kept as a draft.
 */
export async function submitAttempt(
  visit: SignedInVisit,
  course: string,
  id: string,
  sent: SentAnswers,
): Promise<Submission> {
  return submitRead(visit, await readAttempt(visit, course, id), sent)
}

function isIn(sent: SentAnswers): (question: string) => boolean {
  return (question) => Object.hasOwn(sent, question) && !isBlank(sent[question]!)
}

async function submitRead(
  visit: SignedInVisit,
  asRead: ReadAttempt,
  given: SentAnswers,
  from: 'page' | 'draft' = 'page',
): Promise<Submission> {
  const read = readWith(asRead, isIn(given), true)
  const sent = from === 'page' ? await asOfNow(visit, read, given) : given
  const { answers, faults } = await readSheet(visit, read, sent, from)
  if (read.submission) return sameOrConflict(read.submission, answers)
  if (!isOpen(read.attempt, visit.now)) throw new Refusal('conflict', 'lapsed')
  if (Object.keys(faults).length > 0) {
    if (from === 'page') await keepDraft(visit, read, sent)
    throw new SentBack(faults)
  }
  return sameOrConflict(await keep(visit, read, answers), answers)
}

/** Choices that came after the test had closed: not counted, and shown once. */
export class TooLate extends Refusal {
  readonly read: ReadAttempt
  readonly sent: SentAnswers

  constructor(read: ReadAttempt, sent: SentAnswers) {
    super('conflict', read.submission ? 'submitted' : 'lapsed')
    this.read = read
    this.sent = sent
  }
}

/** Keeps what was chosen since, so that the test can be left and resumed; what is left out stays as it was. */
export async function saveDraft(visit: SignedInVisit, course: string, id: string, given: SentAnswers): Promise<void> {
  const read = readWith(await readAttempt(visit, course, id), isIn(given))
  refuseStrangers(read, given)
  const sent = await asOfNow(visit, read, given)
  const isKept = await keepDraft(visit, read, sent)
  if (!isKept) throw new TooLate(await readAttempt(visit, course, id), sent)
}

/** Hands in what was saved. Once more gives the first result. */
export async function handIn(visit: SignedInVisit, course: string, id: string): Promise<Submission> {
  const read = await readAttempt(visit, course, id)
  return read.submission ?? submitRead(visit, read, await savedAnswers(visit, read), 'draft')
}

/** What was saved of an open test, as its form gives it; and what of that cannot be read, by question id. */
export async function readSaved(visit: SignedInVisit, read: ReadAttempt) {
  const given = await savedAnswers(visit, read)
  const { faults } = await readSheet(visit, read, given, 'draft')
  return { given, faults }
}

async function savedAnswers({ settings }: SignedInVisit, { attempt, questions }: ReadAttempt): Promise<SentAnswers> {
  const entries = await Promise.all(
    questions.map(
      async (each) => [each.id, (await givenOf(each, attempt.draft?.[each.id], settings.SECRET)) ?? []] as const,
    ),
  )
  return Object.fromEntries(entries)
}

async function keepDraft({ db, learner, locale, now, settings }: SignedInVisit, read: ReadAttempt, sent: SentAnswers) {
  const draft: Draft = {}
  for (const question of read.questions) {
    if (!Object.hasOwn(sent, question.id)) continue
    // oxlint-disable-next-line no-await-in-loop -- no query: the tokens of options are worked out
    draft[question.id] = await draftOf(question, sent[question.id]!, { secret: settings.SECRET, locale })
  }
  const name = { learner: learner.id, id: read.attempt.id }
  return (await recordDraft(db, name, draft, hoursBefore(now, openHours))).length > 0
}

/**
 * Unanswered questions are left out. An answer that cannot be read counts as none, and is among the faults. One that
 * was saved is read in the language it was typed in.
 */
async function readSheet(
  { locale, settings }: SignedInVisit,
  read: ReadAttempt,
  sent: SentAnswers,
  from: 'page' | 'draft' = 'page',
) {
  refuseStrangers(read, sent)
  const answers: AttemptAnswers = {}
  const faults: Record<string, Fault> = {}
  for (const question of read.questions) {
    const given = Object.hasOwn(sent, question.id) ? sent[question.id]! : []
    if (isBlank(given)) continue
    const typedIn = from === 'draft' ? localeOf(read.attempt.draft?.[question.id]) : undefined
    // oxlint-disable-next-line no-await-in-loop -- no query: the tokens of options are worked out
    const chosen = await readGiven(question, given, { locale: typedIn ?? locale, secret: settings.SECRET })
    if (isFault(chosen)) faults[question.id] = chosen
    else answers[question.id] = chosen
  }
  return { answers, faults }
}

/** The same as the form would give it if it were made now. */
async function asOfNow(visit: SignedInVisit, { questions }: ReadAttempt, sent: SentAnswers): Promise<SentAnswers> {
  const own = questions.filter(({ id }) => Object.hasOwn(sent, id))
  const entries = await Promise.all(
    own.map(async (each) => [each.id, await renewed(each, sent[each.id]!, visit)] as const),
  )
  return { ...sent, ...Object.fromEntries(entries) }
}

/** A form of before may carry a question that was voided since: no stranger. */
function refuseStrangers({ ever }: ReadAttempt, sent: SentAnswers): void {
  const drawn = everDrawn(ever.drawn)
  const strangers = Object.keys(sent).filter((name) => !drawn.some(({ question }) => question === name))
  if (strangers.length > 0) throw new Refusal('invalid', 'a question that was not drawn')
}

function sameOrConflict(stored: Submission, answers: AttemptAnswers): Submission {
  if (canonical(stored.answers) !== canonical(answers)) throw new Refusal('conflict', 'submitted')
  return stored
}

function canonical(answers: AttemptAnswers): string {
  return JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)))
}

async function keep(
  visit: SignedInVisit,
  { attempt, questions }: ReadAttempt,
  answers: AttemptAnswers,
): Promise<Submission> {
  const { db, now: at } = visit
  const { learner, id, course: courseId, courseVersion } = attempt
  const course = findCourse(visit.catalogue, courseId)
  const marking = markTest(questions, answers)
  const name = { learner, id }
  const award = { id: randomId(), learner, at, day: dayOf(at) }
  const paths = awardPaths(visit, courseId)
  const submission = {
    learner,
    attempt: id,
    course: courseId,
    answers,
    ...marking,
    locale: visit.locale,
    at,
    text: textOfTest(questions, visit),
  }
  const {
    submissions: [stored],
  } = await inBatch(db, {
    submitted: recordSubmission(db, submission),
    remarked: countVoided({ questions, answers, score: marking.score }, course.voided).map((each) =>
      recordRemarking(db, { learner, attempt: id, course: courseId, ...each, at }, submission),
    ),
    started: recordStart(db, learner, courseId, at),
    awarded: recordAward(db, { ...award, badge: course.badge.id, course: courseId, courseVersion, attempt: id }),
    submissions: selectSubmission(db, name),
    credential: recordNewCredential(db, award),
    paths: paths.map(({ statement }) => statement),
    pathCredentials: paths.map((path) => recordNewCredential(db, path)),
  })
  if (!stored) throw new Refusal('conflict', 'lapsed')
  if (stored.passed) signLater(visit)
  return stored
}
