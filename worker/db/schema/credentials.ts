import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

import { awards } from './badges.ts'

/**
 * The signed proof of an award, made with it and signed later: `json` and `jwt` are null until then, and again when it
 * must be issued anew. `issue` counts, so that a signature over what was wanted before is thrown away.
 */
export const credentials = sqliteTable(
  'credentials',
  {
    award: text('award')
      .primaryKey()
      .references(() => awards.id, { onDelete: 'cascade' }),
    /** `urn:uuid:…`, random, of this award alone: two badges of one person have nothing in common. */
    subject: text('subject').notNull(),
    issue: integer('issue').notNull().default(0),
    validFrom: integer('valid_from', { mode: 'timestamp_ms' }).notNull(),
    /** What the learner chose to show. */
    holder: text('holder'),
    emailHash: text('email_hash'),
    emailSalt: text('email_salt'),
    /** Where its bit is, once it has one. */
    statusList: integer('status_list'),
    statusIndex: integer('status_index'),
    /** The id of the key that signed. */
    key: text('key'),
    json: text('json'),
    jwt: text('jwt'),
  },
  (table) => [
    index('credentials_unsigned')
      .on(table.validFrom)
      .where(sql`json is null`),
    index('credentials_key').on(table.key),
  ],
)

/** Each time that a badge came to say something else of its holder: only so many a year. */
export const reissues = sqliteTable(
  'reissues',
  {
    id: text('id').primaryKey(),
    award: text('award')
      .notNull()
      .references(() => awards.id, { onDelete: 'cascade' }),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('reissues_award').on(table.award, table.at)],
)

/** A place taken in a status list, for ever: it says nothing of whose it was, and outlives the award. */
export const statusEntries = sqliteTable(
  'status_entries',
  {
    id: integer('id').primaryKey(),
    list: integer('list').notNull(),
    index: integer('idx').notNull(),
    isRevoked: integer('is_revoked', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    uniqueIndex('status_entries_once').on(table.list, table.index),
    index('status_entries_revoked')
      .on(table.list)
      .where(sql`is_revoked = 1`),
  ],
)

/** A status list as served. `revision` grows with what must be said; `signed` is the revision that `json` says. */
export const statusLists = sqliteTable('status_lists', {
  list: integer('list').primaryKey(),
  revision: integer('revision').notNull().default(1),
  signed: integer('signed').notNull().default(0),
  json: text('json'),
})

/** Keys that no worker may sign with any more, even one that was started before. */
export const revokedKeys = sqliteTable('revoked_keys', {
  key: text('key').primaryKey(),
  at: integer('at', { mode: 'timestamp_ms' }).notNull(),
})
