import { type Terms } from '../rules.ts'

/** What a company made its terms, in the order of the versions. */
export interface Version {
  version: number
  courses: Terms
}

/**
 * What may be shared of somebody who accepted a version: its courses, less what any later version left out. So a
 * narrower choice holds at once for everybody, and a wider one for nobody before their yes. The report asks the same of
 * the database (`sharedCourses`); a test compares them.
 */
export function sharedOf(versions: readonly Version[], accepted: number): Terms {
  return versions
    .filter(({ version }) => version >= accepted)
    .map(({ courses }) => courses)
    .reduce(inBoth, 'all')
}

function inBoth(some: Terms, others: Terms): Terms {
  if (some === 'all') return others
  return others === 'all' ? some : some.filter((course) => others.includes(course))
}

/** Whether terms show anything that is not shared: they need a yes of their own. */
export function showsMore(terms: Terms, shared: Terms): boolean {
  if (shared === 'all') return false
  return terms === 'all' || terms.some((course) => !shared.includes(course))
}

export function isSame(one: Terms, other: Terms): boolean {
  return !showsMore(one, other) && !showsMore(other, one)
}

/** The newest terms, to somebody for whom they do not hold yet. */
export interface Offer {
  version: number
  courses: Terms
  /** What is shared until the yes. */
  shared: Terms
  /** The answer was no; it can be changed. */
  isDeclined: boolean
}

/** What a member is asked: nothing where the newest terms show no more than is shared. */
export function offerTo(member: {
  courses: Terms
  newestVersion: number
  newestCourses: Terms
  declinedTerms: number | null
}): Offer | undefined {
  const { courses: shared, newestVersion: version, newestCourses: courses } = member
  if (!showsMore(courses, shared)) return undefined
  return { version, courses, shared, isDeclined: member.declinedTerms === version }
}

/** For how many members each version holds; for the newest, those too for whom it shows no more than they share. */
export function holdingOf(
  versions: readonly Version[],
  groups: readonly { version: number; members: number }[],
): Map<number, number> {
  const newest = versions.at(-1)
  const holding = new Map(versions.map(({ version }) => [version, 0]))
  for (const { version, members } of groups) {
    const isSettled = newest && !showsMore(newest.courses, sharedOf(versions, version))
    const held = isSettled ? newest.version : version
    holding.set(held, (holding.get(held) ?? 0) + members)
  }
  return holding
}

/** So many new versions a company makes in a day: each may ask everybody. */
export const mostVersionsADay = 10
