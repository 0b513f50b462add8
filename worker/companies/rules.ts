import { codeFrom, readPaperCode } from '../accounts/paper-code/rules.ts'

/** A link with some words around it. */
const longestPaste = 300
export const codeDays = 30
export const codeMs = codeDays * 24 * 3_600_000

/** A code made of random bytes, and how long it holds. */
export function newCode(bytes: Uint8Array, now: Date): { code: string; expiresAt: Date } {
  return { code: codeFrom(bytes), expiresAt: new Date(now.getTime() + codeMs) }
}

/** A code as somebody typed or pasted it, or in the whole link. */
export function readJoinCode(text: string): string | undefined {
  const plain = text.normalize('NFKC').slice(0, longestPaste)
  const [, inLink] = /\/join\/([\p{L}\p{N}\p{Pd}]+)/iu.exec(plain) ?? []
  return readPaperCode(inLink ?? plain)
}

/** So many companies an account owns, and so many it starts in a day. */
export const mostOwned = 10

/** Course ids, or `all` for every course there is and will be. */
export type Terms = string[] | 'all'

export type TermsFault = 'choose' | 'none' | 'both' | 'unknown'

/** What may be shared, from a choice between all and some and the courses ticked: never anything wider than was chosen. */
export function chosenTerms(
  { share, courses }: { share: string; courses: readonly string[] },
  known: readonly string[],
): { terms: Terms } | { fault: TermsFault } {
  if (share === 'all') return courses.length === 0 ? { terms: 'all' } : { fault: 'both' }
  if (share !== 'some') return { fault: 'choose' }
  if (courses.length === 0) return { fault: 'none' }
  if (courses.some((course) => !known.includes(course))) return { fault: 'unknown' }
  return { terms: known.filter((course) => courses.includes(course)) }
}

/** Terms as they are stored. What cannot be read shares nothing. */
export function termsIn(stored: unknown): Terms {
  try {
    const terms: unknown = JSON.parse(String(stored))
    if (terms === 'all') return 'all'
    return Array.isArray(terms) ? terms.filter((course): course is string => typeof course === 'string') : []
  } catch {
    return []
  }
}

/** Course ids a set of terms names; `all` is every course there is. */
export function coursesOf(terms: Terms, known: readonly string[]): string[] {
  return terms === 'all' ? [...known] : known.filter((course) => terms.includes(course))
}

/** Owners and managers run a company; whoever has a role that nobody knows does not. */
export function mayRun(role: string): boolean {
  return role === 'owner' || role === 'manager'
}

/** Whether a change of role makes or unmakes an owner. */
export function movesOwnership(before: string, after: string): boolean {
  return before !== after && (before === 'owner' || after === 'owner')
}

/** A stay in a company that has ended. */
export interface FormerStay {
  joinedAt: Date
  leftAt: Date
  courses: Terms
  /** Earlier courses that were shown. */
  shares: readonly string[]
  /** What is older is earlier, and the courses of which something had been seen by then. */
  seenFrom?: Date | null
  sights?: readonly string[]
}

/** From when on a company sees by itself what is done: what is older is earlier, and needs a tick. */
export function seesFrom({ joinedAt, seenFrom }: { joinedAt: Date; seenFrom?: Date | null | undefined }): Date {
  return seenFrom && seenFrom > joinedAt ? seenFrom : joinedAt
}

/** The courses a company saw something of while somebody belonged to it. */
export function seenDuring(
  stays: readonly FormerStay[],
  starts: readonly { course: string; at: Date; lastAt: Date }[],
) {
  const seen = stays.flatMap(({ leftAt, courses, shares, sights = [], ...stay }) => {
    const from = seesFrom(stay)
    const isIn = (at: Date, lastAt: Date) => from < leftAt && at < leftAt && lastAt >= from
    return starts
      .filter(({ course }) => courses === 'all' || courses.includes(course))
      .filter(({ course, at, lastAt }) => [...shares, ...sights].includes(course) || isIn(at, lastAt))
      .map(({ course }) => course)
  })
  return new Set(seen)
}

export const undoMs = 24 * 3_600_000

const newsMs = 30 * undoMs

/**
 * What somebody is to be told of their companies: a removal or a closing for a month, unless they are back; one that is
 * to come until then; wider terms until they say yes or no.
 */
export function companyNews(
  {
    former,
    memberships,
  }: {
    former: readonly {
      company: string
      name: string
      leftAt: Date
      removedBy: string | null
      closedWith: boolean
    }[]
    memberships: readonly { company: string; name: string; closesAt: Date | null; isAsked: boolean }[]
  },
  now: Date,
): { kind: 'removed' | 'closed' | 'closing' | 'terms'; company: string; id: string; day: Date }[] {
  const isBack = (company: string) => memberships.some((membership) => membership.company === company)
  const endings = former
    .filter(({ company }, place) => former.findIndex((stay) => stay.company === company) === place)
    .filter(
      ({ company, removedBy, closedWith, leftAt }) =>
        (removedBy !== null || closedWith) && now.getTime() - leftAt.getTime() < newsMs && !isBack(company),
    )
    .map(({ company, name, leftAt, closedWith }) => ({
      kind: closedWith ? ('closed' as const) : ('removed' as const),
      company: name,
      id: company,
      day: leftAt,
    }))
  const closings = memberships.flatMap(({ company, name, closesAt }) =>
    closesAt && !Number.isNaN(closesAt.getTime())
      ? [{ kind: 'closing' as const, company: name, id: company, day: closesAt }]
      : [],
  )
  const asked = memberships
    .filter(({ isAsked }) => isAsked)
    .map(({ company, name }) => ({ kind: 'terms' as const, company: name, id: company, day: now }))
  return [...endings, ...closings, ...asked]
}
