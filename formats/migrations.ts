import journal from '../migrations/meta/_journal.json' with { type: 'json' }

export interface Migration {
  tag: string
  /** Its time in the journal: its name in the database. */
  when: number
}

/** Every migration of this build, the oldest first. */
export const knownMigrations: readonly Migration[] = journal.entries.map(({ tag, when }) => ({ tag, when }))

/**
 * Takes something away that an older build asks for (docs/decisions/015-deploy.md). All others only add: a build of
 * before them works on.
 */
export function isContract(tag: string): boolean {
  return tag.includes('_contract_')
}

/** The newest that this build cannot do without. */
export const newestNeeded = Math.max(...knownMigrations.filter(({ tag }) => !isContract(tag)).map(({ when }) => when))
