/** What there are words for in `team.shows.` and `team.never.`: everything that a company sees, and what it never does. */
export const seenByCompanies = ['name', 'courses', 'state', 'badge', 'log'] as const
export const neverSeen = ['answers', 'scores', 'times', 'activity'] as const
