import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

import * as schema from '../../../worker/db/schema/index.ts'
import { type Markers, number, text } from './markers.ts'

/** Tables whose rows are about no person and no company, and why. What is in neither list has no mark: the test says so. */
export const ofNobody: Record<string, string> = {
  question_versions: 'what questions said, for everybody',
  question_places: 'where questions stood',
  course_versions: 'what courses consisted of',
  achievements: 'what badges stand for',
  requirements: 'what courses ask; its cursor is the id of whoever was looked at last',
  retention_cursors: 'how far a clock has come through everybody',
  scheduled_runs: 'when a job ended',
  slow_requests: 'routes by the hour, of nobody',
  status_entries: 'places in a list, which say nothing of whose they are',
  status_lists: 'the lists, as signed',
  revoked_keys: 'keys of the issuer',
  lapses: 'random ids of accounts that are no more',
  erasures: 'random ids of accounts that are no more',
}

/** Columns whose every value is everybody's, and what they hold. */
export const unmarked: Record<string, string> = Object.fromEntries(
  Object.entries({
    'a choice from a list': `users.locale codes.purpose codes.used_by grants.role companies.municipality companies.sector
      companies.size memberships.role audit_entries.action invitations.kind company_events.kind mails.locale bounces.kind
      answers.locale answers.confidence answers.text latest_answers.confidence latest_answers.first_confidence
      submissions.locale submissions.text remarks.locale`,
    'yes or no': `users.email_verified passkeys.backed_up memberships.closed_with memberships.on_behalf
      audit_entries.is_day_only invitations.on_behalf mails.is_last answers.correct latest_answers.correct
      latest_answers.first_correct submissions.passed remarkings.passed`,
    'one, or none': 'invitations.uses_left terms.version memberships.terms_version',
    'a course, a lesson, a question, a badge': `awards.badge awards.course awards.course_version terms.courses
      earlier_shares.course earlier_sights.course lesson_completions.course lesson_completions.lesson course_completions.course
      course_starts.course answers.course answers.lesson answers.question answers.version latest_answers.course
      latest_answers.question latest_answers.lesson latest_answers.version attempts.course attempts.drawn
      submissions.course remarkings.course remarkings.question remarks.course remarks.question remarks.version
      remarks.page`,
    'names of rows that are marked': 'team_managers.team team_managers.membership',
  }).flatMap(([why, columns]) => columns.split(/\s+/).map((column) => [column, why])),
)

export interface MarkedRow {
  table: SQLiteTable
  row: Record<string, unknown>
}

/** A course whose completion the accepted terms share, and one that they do not. */
export const shared = 'granska-svaret'
const unshared = 'all-types'

/** What is everybody's and stands in the rows too. */
export interface Catalogued {
  /** Of a practice question of the shared course. */
  version: string
  lesson: string
  question: string
  courseVersion: string
  badge: string
}

export type MarkedIds = ReturnType<typeof newIds>

function newIds() {
  return {
    learner: text(),
    email: `${text()}@siljansplat.example`,
    company: text(),
    /** The account of a manager, who made the codes. */
    maker: text(),
    team: text(),
    membership: text(),
    /** Somebody whom a manager has just removed. */
    removed: { learner: text(), membership: text() },
    award: text(),
    attempt: text(),
    remark: text(),
    /** The code for everybody, and one for one person. */
    code: joinCode(),
    single: joinCode(),
    /** On a slip of paper that lies on somebody's desk. */
    paper: joinCode(),
    /** An address to which an invitation was mailed. */
    invited: `${text()}@siljansplat.example`,
    /** A stay that has ended. */
    stay: text(),
    /** The company's name, as whoever closes it writes it. */
    name: text(),
    /** One that its owners have closed and may open again; another that is not marked; one on its way into this one. */
    closed: text(),
    elsewhere: text(),
    third: text(),
    /** The question whether another company takes this one over, and another's to this one. */
    merger: joinCode(),
    asking: joinCode(),
  }
}

/**
 * One learner and one company with a row in every table, and a mark in every column of each. Columns that cannot be
 * marked (a choice from a list, yes or no, what is everybody's) hold something of their kind. The company's owner comes
 * between `first` and `rest`: without one nobody belongs to it.
 */
export function markedRows(markers: Markers, catalogued: Catalogued) {
  const ids = newIds()
  for (const plain of [ids.maker, catalogued.version, catalogued.courseVersion]) markers.everybodys.add(plain)
  const [first, rest]: MarkedRow[][] = [[], []]
  const into =
    (list: MarkedRow[] = []): Add =>
    (table, given = {}, what) =>
      list.push({ table, row: markers.row(table, given, what) })
  addFirst(into(first), ids)
  addAccount(into(rest), markers, ids)
  addCompany(into(rest), markers, ids)
  addLearning(into(rest), markers, ids, catalogued)
  addBadge(into(rest), markers, ids, catalogued)
  return { ids, first: first!, rest: rest! }
}

type Add = (table: SQLiteTable, given?: Record<string, unknown>, what?: string) => void

const place = { municipality: '2081', sector: 'C', size: '50-249' } as const

function addFirst(add: Add, { learner, email, removed, company, name, team }: MarkedIds): void {
  add(schema.users, { id: learner, email, emailVerified: true, locale: 'sv' })
  add(schema.users, { id: removed.learner, emailVerified: true, locale: 'en' }, 'removed')
  add(schema.companies, {
    id: company,
    name,
    ...place,
    closesAt: null,
    closedAt: null,
    reopenUntil: null,
    mergedInto: null,
  })
  add(schema.teams, { id: team, company })
  add(schema.terms, { company, version: 1, courses: [shared] })
}

function addAccount(add: Add, markers: Markers, { learner, email }: MarkedIds): void {
  const lives = { createdAt: markers.moment(-2), updatedAt: markers.moment(-1), expiresAt: markers.moment(20) }
  add(schema.sessions, { userId: learner, ...lives })
  add(schema.logins, { userId: learner })
  add(schema.verifications)
  add(schema.addresses, { userId: learner, email: `${text()}@siljansplat.example` })
  add(schema.removedAddresses, { userId: learner, until: markers.moment(5) })
  add(schema.codes, { account: learner, purpose: 'add-address', usedBy: 'digits' })
  add(schema.limits)
  add(schema.passkeys, { userId: learner, backedUp: true })
  add(schema.recoveryCodes, { userId: learner })
  add(schema.accountMergers, { account: text(), learner })
  add(schema.grants, { user: learner, role: 'author' })
  add(schema.absences, { learner, goesOn: markers.day() })
  add(schema.mails, { recipient: email, owner: learner, locale: 'sv', isLast: false, expiresAt: markers.moment(3) })
  add(schema.mailConsents, { learner, kind: 'weekly', withdrawnAt: null })
  add(schema.mailConsents, { learner })
  add(schema.bounces, { email, kind: 'bounced', day: markers.day() })
  add(schema.keptForms, { fields: [['name', text()]] })
}

function addCompany(add: Add, markers: Markers, ids: MarkedIds): void {
  const { learner, company, team, membership, removed } = ids
  const member = { company, role: 'member', termsVersion: 1, onBehalf: true, closedWith: false }
  add(schema.memberships, { id: membership, learner, team, ...member, leftAt: null, removedBy: null })
  const leftAt = markers.hoursAgo(7)
  const gone = { id: removed.membership, learner: removed.learner, team: null, ...member, leftAt }
  add(schema.memberships, gone, 'removed')
  add(schema.earlierShares, { membership, course: shared })
  add(schema.openings, { company, manager: membership, day: markers.day(), team })
  const entry = { company, actor: membership, subject: membership, facts: { role: text() } }
  add(schema.auditEntries, { ...entry, action: 'role-changed', isDayOnly: false })
  add(schema.auditEntries, { ...entry, action: 'terms-accepted', isDayOnly: true }, 'day only')
  add(schema.companyEvents, { company, member: membership, kind: 'owner-given' })
  addInvitations(add, markers, ids)

  const { closed, stay } = ids
  const again = { closedAt: markers.hoursAgo(9), reopenUntil: markers.moment(1) }
  add(schema.companies, { id: closed, ...place, ...again }, 'closed')
  add(schema.terms, { company: closed, version: 1, courses: 'all' }, 'closed')
  const former = { ...member, id: stay, company: closed, learner, team: null, closedWith: true }
  add(schema.memberships, former, 'closed')
}

function addInvitations(add: Add, markers: Markers, ids: MarkedIds): void {
  const { company, team, maker, membership, code, single, merger, invited } = ids
  const live = { company, revokedAt: null, expiresAt: markers.moment(9), usedAt: null }
  const everybody = { kind: null, usesLeft: null, email: null, name: null, team: null, membership: null }
  // A link has so many places.
  add(schema.invitations, { code, ...live, ...everybody, uses: 3, declinedAt: null, onBehalf: false })
  const alone = { createdBy: maker, usesLeft: 1, onBehalf: false }
  add(schema.invitations, { code: single, ...live, ...everybody, ...alone }, 'a manager’s')
  const one = { kind: 'mail', email: invited, team, onBehalf: true }
  add(
    schema.invitations,
    { code: joinCode(), ...live, ...one, membership: null, usesLeft: 1, createdBy: maker },
    'mailed',
  )
  add(
    schema.invitations,
    { code: merger, ...live, ...everybody, kind: 'merge', usesLeft: 0, onBehalf: false },
    'merger',
  )
  const slip = { ...one, code: ids.paper, kind: 'paper', email: null, membership: null, usesLeft: 1, createdBy: maker }
  add(schema.invitations, { ...live, ...slip, declinedAt: null }, 'paper')
  const used = { kind: 'paper', usesLeft: 0, email: null, team, onBehalf: false, expiresAt: markers.moment(8) }
  add(schema.invitations, { code: joinCode(), company, membership, ...used })
}

function addLearning(add: Add, markers: Markers, { learner, attempt, remark }: MarkedIds, known: Catalogued): void {
  const { version, lesson, question } = known
  const asked = { learner, course: shared, lesson, question, version }
  const answered = { chosen: text(), correct: true, confidence: 'guess', locale: 'sv', text: 'easy' }
  add(schema.answers, { ...asked, ...answered })
  const { chosen, correct, confidence } = answered
  const first = { firstConfidence: 'fairly', firstCorrect: false }
  add(schema.latestAnswers, { ...asked, chosen: text(), correct, confidence, ...first })
  const drawn = [{ question, version, order: [0, 1, 2] }]
  const draft = { [question]: text() }
  add(schema.attempts, {
    learner,
    id: attempt,
    course: shared,
    drawn,
    draft,
    closedAt: null,
    openedAt: markers.hoursAgo(7),
  })
  add(schema.attempts, { learner, course: shared, drawn, draft: null })
  const handedIn = text()
  const sheet = { passed: true, locale: 'sv', text: 'usual' }
  add(schema.submissions, { learner, attempt: handedIn, course: shared, answers: { [question]: chosen }, ...sheet })
  const remarked = { learner, attempt: handedIn, course: shared, question, passed: true }
  add(schema.remarkings, { ...remarked, reason: { sv: text(), en: text() } })
  add(schema.lessonCompletions, { learner, course: shared, lesson })
  for (const [course, what] of [[shared], [unshared, 'not shared']] as const) {
    add(schema.courseStarts, { learner, course }, what)
    add(schema.courseCompletions, { learner, course, day: markers.day() }, what)
  }
  add(schema.remarks, { id: remark, course: shared, question, version, page: lesson, locale: 'sv' })
}

function addBadge(add: Add, markers: Markers, { learner, membership, award }: MarkedIds, known: Catalogued): void {
  const { badge, courseVersion } = known
  const own = { learner, course: shared, courseVersion, day: markers.day(), withdrawnAt: null, sameAs: null }
  add(schema.awards, { id: award, badge, ...own, keptUntil: null })
  const withdrawn = { learner, course: unshared, courseVersion, day: markers.day() }
  add(schema.awards, { id: text(), badge: unshared, ...withdrawn }, 'withdrawn')
  add(schema.credentials, { award, statusList: number(), statusIndex: number() })
  add(schema.reissues, { award })
  add(schema.earlierSights, { membership, course: unshared, doneDay: markers.day(), award })
}

function joinCode(): string {
  const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => signs[byte % signs.length]).join('')
}
