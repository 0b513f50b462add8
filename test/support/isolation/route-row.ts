import type { MarkedIds } from './marked-rows.ts'
import { type Viewer, viewers } from './world.ts'

/**
 * Of every route: who may, with the status they get, and who may not. Nobody signed in (`signedOut`, and `erased` with
 * the cookie of an account that is gone) is sent to sign in, or told so, unless a row is everybody's. Whoever is not
 * named gets `refused`.
 */
export interface RouteRow {
  may: Partial<Record<Viewer, number>>
  /** What others get; and whoever is not signed in, where a route is for nobody by its name alone. */
  refused: number
  /** What those get who belong to the company, and may not do this in it. */
  barred: number | undefined
  /** It asks nobody who they are: whoever is not signed in gets what a stranger gets. */
  isOpen: boolean
  /** It is meant to change rows that are not only those of whoever presses. */
  changes: boolean
  /** Tables in which something is counted in passing. */
  counts: readonly string[]
  /** Ids other than the marked learner's and the code for everybody: of somebody just removed, a code for one. */
  of: 'removed' | 'single' | 'closed' | undefined
  /** What is sent, where it is not what test/support/world.ts sends. */
  form: ((ids: MarkedIds) => Record<string, string>) | undefined
  /** Queries with which the route shows more, and the status whoever may gets then. */
  also: Record<string, number>
}

type More = Partial<Pick<RouteRow, 'changes' | 'counts' | 'of' | 'also' | 'refused' | 'form'>> & {
  but?: Partial<Record<Viewer, number>>
}

export const belongs: readonly Viewer[] = ['member', 'teamManager', 'noAddress', 'manager', 'owner', 'self']
export const runs: readonly Viewer[] = ['manager', 'owner']
/** Whoever runs a team sees that, and nothing of another. */
export const sees: readonly Viewer[] = ['teamManager', ...runs]
const hasAccount = viewers.filter((viewer) => viewer !== 'signedOut' && viewer !== 'erased')

function row(who: readonly Viewer[], status: number, isOpen: boolean, { but = {}, ...more }: More): RouteRow {
  const may = { ...Object.fromEntries(who.map((viewer) => [viewer, status])), ...but }
  return {
    may,
    refused: 404,
    isOpen,
    barred: undefined,
    changes: false,
    counts: [],
    of: undefined,
    form: undefined,
    also: {},
    ...more,
  }
}
export const everybody = (status = 200, more: More = {}) => row(viewers, status, true, more)
export const nobody = (status = 404) => row([], status, true, { refused: status })
export const signedIn = (status = 200, more: More = {}) => row(hasAccount, status, false, more)
export const only = (who: readonly Viewer[], status = 200, more: More = {}) => row(who, status, false, more)

/** It shows a name that the signed cookie holds for five minutes, and asks the database nothing. */
export const fromCookie: More = { but: { erased: 200 } }

export const company = '/:l/companies/:company'
export const companyApi = '/api/v1/companies/:company'
