const hour = 3_600_000
const pressedTwiceMs = 30_000

/** Forms kept before this are of no more use to anybody. */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - hour)
}

/** A form that was sent again before this stays sent. */
export function sentSince(now: Date): Date {
  return new Date(now.getTime() - pressedTwiceMs)
}

/** At most so many of one kind and person; the oldest of it make room. */
export const mostKept = 5

/** And of results of lists, which say on their page how long they are there: so many of one company and person. */
export const mostResults = 20

interface Kind {
  kind:
    | 'name'
    | 'address'
    | 'merger'
    | 'company'
    | 'join'
    | 'list'
    | 'team'
    | 'own-name'
    | 'papers'
    | 'badge'
    | 'test'
    | 'answer'
    | 'remark'
    | 'settings'
    | 'contact'
  /** The fields that say what was written, to whoever comes back. */
  shown: string[]
}

const l = '/:l{(?:sv|en)}'

/**
 * The forms that are kept: those in which something is written or thought out. What is only pressed is not (whoever
 * sits at somebody's browser could have it pressed for them), nor is a code. A new form is placed here or in
 * test/worker/posts.test.tsx.
 */
const kinds: Record<string, Kind> = {
  [`${l}/me/name`]: { kind: 'name', shown: ['name'] },
  [`${l}/me/addresses`]: { kind: 'address', shown: ['email'] },
  [`${l}/me/merger`]: { kind: 'merger', shown: ['email'] },
  [`${l}/companies/new`]: { kind: 'company', shown: ['name', 'displayName'] },
  [`${l}/companies/:company/papers`]: { kind: 'papers', shown: ['names'] },
  [`${l}/companies/:company/settings`]: { kind: 'settings', shown: ['name'] },
  [`${l}/companies/:company/contact`]: { kind: 'contact', shown: ['contactName', 'contactReach'] },
  [`${l}/companies/:company/move`]: { kind: 'join', shown: ['name'] },
  [`${l}/companies/:company/teams`]: { kind: 'team', shown: ['name'] },
  [`${l}/companies/:company/teams/:team`]: { kind: 'team', shown: ['name'] },
  [`${l}/companies/:company/name`]: { kind: 'own-name', shown: ['name'] },
  [`${l}/join/:code`]: { kind: 'join', shown: ['name'] },
  [`${l}/companies/:company/invitations/list`]: { kind: 'list', shown: [] },
  [`${l}/me/badges/:award{[0-9a-f]{32}}`]: { kind: 'badge', shown: ['holder'] },
  [`${l}/courses/:course/badge/attempts/:attempt`]: { kind: 'test', shown: [] },
  [`${l}/courses/:course/:lesson/answers/:question`]: { kind: 'answer', shown: ['t'] },
  [`${l}/courses/:course/remarks`]: { kind: 'remark', shown: ['text'] },
}

export const keptRoutes = Object.keys(kinds)

export function kindOf(route: string): Kind['kind'] | undefined {
  return Object.hasOwn(kinds, route) ? kinds[route]!.kind : undefined
}

/** What is only pressed or ticked to say yes: it is said anew, on the page that says what to. */
const pressed = new Set(['accept', 'sure', 'remove', 'putBack', 'to', 'code', 'next'])

/** The fields that are kept of a form. */
export function keptFields(fields: readonly [string, string][]): [string, string][] {
  return fields.filter(([name]) => !pressed.has(name))
}

/** What somebody wrote, as far as a person can read it. A kind that nobody knows any more shows nothing. */
export function wordsIn({ kind, fields }: { kind: string; fields: readonly [string, string][] }): string[] {
  const shown = Object.values(kinds).find((each) => each.kind === kind)?.shown ?? []
  return fields.flatMap(([name, value]) => (shown.includes(name) && value.trim() ? [value.trim()] : []))
}

/** The kinds that can be sent, or thrown away: what else is kept for an hour is none of them. */
export const sendable: readonly string[] = [...new Set(Object.values(kinds).map(({ kind }) => kind))]

/** Its kind, if it is one of ours. */
export function readKind(stored: string): Kind['kind'] | undefined {
  return Object.values(kinds).find(({ kind }) => kind === stored)?.kind
}
