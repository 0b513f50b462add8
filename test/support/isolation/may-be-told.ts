import { type Viewer, viewers } from './world.ts'

const owns: readonly Viewer[] = ['owner']
const runs: readonly Viewer[] = ['manager', 'owner']
const belongs: readonly Viewer[] = ['member', 'teamManager', 'noAddress', ...runs]
const outside: readonly Viewer[] = ['signedOut', 'stranger', 'otherManager', 'otherOwner', 'former', 'author', 'mover']
const here = [...outside, ...belongs]
const signedInHere = here.filter((viewer) => viewer !== 'signedOut')

/** In the document of what is held about oneself: what one did, to the second. */
const ownDocument = Object.fromEntries([
  ...[
    'invitations.uses, mailed',
    'invitations.uses, a manager’s',
    'invitations.uses, paper',
    'invitations.created_at, paper (time)',
    'invitations.created_at, mailed (day)',
    'invitations.created_at, mailed (time)',
    'invitations.created_at, a manager’s (time)',
    'invitations.expires_at (time)',
  ].map((column) => [column, { to: ['manager'] as const, why: 'an invitation of their own' }] as const),
  ...[
    'companies.closes_at, closed (day)',
    'companies.closes_at, closed (time)',
    'companies.closed_at, closed (time)',
  ].map((column) => [column, { to: owns, why: 'a company that they owned until it was closed' }] as const),
])

/**
 * Each column of the marked learner and company that somebody else may be told, to whom, and why. A time of day is told
 * to nobody, nor the day of a moment that is kept with its time, unless it stands here as `(time)` or `(day)`.
 */
export const mayBeTold: Record<string, { to: readonly Viewer[]; why: string }> = {
  'companies.id': { to: signedInHere, why: 'the address of the company’s pages, and where joining leads' },
  'companies.name': { to: here, why: 'whoever has a live code is told which company it leads to' },
  'invitations.code': { to: runs, why: 'they hand it on' },
  'companies.id, closed': { to: owns, why: 'who owned it may open it again' },
  'companies.name, closed': { to: owns, why: 'the same' },
  'invitations.code, merger': { to: owns, why: 'an owner sends it to the owner of the other company' },
  'companies.contact_name': { to: belongs, why: 'whom the company’s people ask' },
  'companies.contact_reach': { to: belongs, why: 'and where' },
  'invitations.email, mailed': {
    to: runs,
    why: 'whom they invited, as they wrote it; that somebody said no is not told',
  },
  'invitations.name, mailed': { to: runs, why: 'the same' },
  'invitations.sends, mailed': { to: runs, why: 'how often they wrote' },
  'invitations.sent_at, mailed (day)': { to: runs, why: 'and on which day' },
  'teams.id': { to: runs, why: 'which team somebody is in, in the form that changes it' },
  'teams.name': {
    to: [...belongs.filter((viewer) => viewer !== 'teamManager'), 'former'],
    why: 'one’s own team, now or once; all to those who run it',
  },
  'memberships.joined_at (day)': { to: runs, why: 'since when somebody belongs to the company' },
  'invitations.name, paper': { to: runs, why: 'whose slip of paper it is, as they wrote it' },
  'invitations.code, paper': { to: runs, why: 'they print it' },
  'invitations.created_at, paper (day)': { to: runs, why: 'when they did' },
  'invitations.code, a manager’s': { to: runs, why: 'they hand it on' },
  'invitations.created_at, a manager’s (day)': { to: runs, why: 'when it was made' },
  ...ownDocument,
  'terms.at (day)': { to: belongs, why: 'since when the terms hold, on the sheet to print' },
  'audit_entries.at (day)': { to: owns, why: 'when somebody who runs the company changed something' },
  'audit_entries.at (time)': { to: owns, why: 'the same: of what members do themselves it is only the day' },
  'audit_entries.at, day only (day)': { to: owns, why: 'the day on which a member did something' },
  'memberships.id, removed': { to: runs, why: 'the address at which a removal is undone' },
  'memberships.name, removed': { to: runs, why: 'whose removal can be undone' },
  'memberships.id': { to: runs, why: 'the address of a member’s page' },
  'memberships.name': { to: runs, why: 'the name that the member wrote for colleagues' },
  'memberships.name_key': { to: runs, why: 'the same, in the address of the list’s next page' },
  'course_completions.day': { to: runs, why: 'a manager sees completion, and its day' },
  'awards.day': { to: here, why: 'a manager sees the badge, and its day; and the badge is public' },
  'credentials.holder': { to: here, why: 'the name that its holder put on the public badge' },
  'credentials.json': { to: here, why: 'the public badge itself' },
}

/** Columns that the database hands out to somebody whom no page tells them as they are, and why. */
export const mayBeHanded: Record<string, { to: readonly Viewer[]; why: string }> = {
  'companies.id': { to: ['signedOut'], why: 'where a live code leads' },
  'users.id': { to: viewers, why: 'whose account signs in with a code, before anybody is signed in' },
  'teams.name': { to: ['member', 'noAddress'], why: 'the team that they are in themselves' },
  'terms.at (time)': { to: belongs, why: 'its day is on the sheet to print' },
  'audit_entries.facts': { to: owns, why: 'told in words, where there are words for it' },
  'audit_entries.at, day only (time)': { to: owns, why: 'stored as the beginning of the day; told as the day' },
  'companies.reopen_until, closed (time)': { to: owns, why: 'until when they may open it again' },
  'memberships.left_at, removed (time)': { to: runs, why: 'whether a removal can still be undone' },
  'invitations.created_at (time)': { to: runs, why: 'its day is in the list of invitations' },
  'invitations.created_at, mailed (time)': { to: owns, why: 'the same' },
  'invitations.created_at, a manager’s (time)': { to: owns, why: 'the same' },
  'invitations.expires_at (time)': { to: owns, why: 'its day is in the list of invitations' },
  'invitations.sent_at, mailed (time)': { to: runs, why: 'the same' },
  'invitations.sent_at, a manager’s (time)': { to: runs, why: 'the same' },
  'invitations.created_at, paper (time)': { to: owns, why: 'its day is in the list of invitations' },
  'invitations.sent_at, paper (time)': { to: runs, why: 'the same' },
  'invitations.sends, paper': { to: runs, why: 'how often it was mailed, which this one was not' },
  'invitations.sends, a manager’s': { to: runs, why: 'how often it was mailed, which this one was not' },
}
