import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

import { users } from './accounts.ts'

export const companySizes = ['1', '2-9', '10-49', '50-249', '250+'] as const
export const companyRoles = ['owner', 'manager', 'member'] as const
export const companyEventKinds = ['owner-inherited', 'owner-given', 'closing'] as const

export const companies = sqliteTable('companies', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** SCB code or `other`. */
  municipality: text('municipality').notNull(),
  /** SNI section letter. */
  sector: text('sector').notNull(),
  size: text('size', { enum: companySizes }).notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  /** It lost its last owner and nobody could take over: the day it closes. */
  closesAt: integer('closes_at', { mode: 'timestamp_ms' }),
  /** Nobody belongs to it any more, and no code leads in: triggers see to both. */
  closedAt: integer('closed_at', { mode: 'timestamp_ms' }),
})

/** What the company may see. A change of the courses is a new version, which each member accepts anew. */
export const terms = sqliteTable(
  'terms',
  {
    company: text('company')
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    /** Course ids, or `all` for every course there is and will be. */
    courses: text('courses', { mode: 'json' }).$type<string[] | 'all'>().notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.company, table.version] })],
)

export const memberships = sqliteTable(
  'memberships',
  {
    id: text('id').primaryKey(),
    company: text('company')
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    learner: text('learner')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role', { enum: companyRoles }).notNull(),
    /** The name colleagues know, and the key that sorts it as Swedes expect. */
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    /** The terms this member accepted; nothing is shared beyond them. */
    termsVersion: integer('terms_version').notNull(),
    joinedAt: integer('joined_at', { mode: 'timestamp_ms' }).notNull(),
    leftAt: integer('left_at', { mode: 'timestamp_ms' }),
    /** The membership of whoever removed this member; null for somebody who left. */
    removedBy: text('removed_by'),
  },
  (table) => [
    foreignKey({ columns: [table.company, table.termsVersion], foreignColumns: [terms.company, terms.version] }),
    uniqueIndex('memberships_once')
      .on(table.company, table.learner)
      .where(sql`left_at is null`),
    index('memberships_learner').on(table.learner),
    index('memberships_owners')
      .on(table.company)
      .where(sql`left_at is null and role = 'owner'`),
    index('memberships_removed')
      .on(table.company, table.leftAt)
      .where(sql`removed_by is not null`),
    index('memberships_by_name')
      .on(table.company, table.nameKey, table.id)
      .where(sql`left_at is null`),
  ],
)

/** A course whose earlier completion or badge the member chose to show this company. */
export const earlierShares = sqliteTable(
  'earlier_shares',
  {
    membership: text('membership')
      .notNull()
      .references(() => memberships.id, { onDelete: 'cascade' }),
    course: text('course').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.membership, table.course] })],
)

export const invitations = sqliteTable(
  'invitations',
  {
    /** 80 random bits, readable: the code in the link. */
    code: text('code').primaryKey(),
    company: text('company')
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    revokedAt: integer('revoked_at', { mode: 'timestamp_ms' }),
    /** null: for the whole team. */
    usesLeft: integer('uses_left'),
  },
  (table) => [index('invitations_company').on(table.company), index('invitations_expires').on(table.expiresAt)],
)

/**
 * What happened to a company by nobody's press: kept for 24 months, and told by mail to whom it concerns. Triggers write
 * it too, so that an account erased on any way leaves its line. `member` is a membership's random id.
 */
export const companyEvents = sqliteTable(
  'company_events',
  {
    id: text('id').primaryKey(),
    company: text('company')
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: companyEventKinds }).notNull(),
    member: text('member'),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    toldAt: integer('told_at', { mode: 'timestamp_ms' }),
  },
  (table) => [
    index('company_events_company').on(table.company, table.at),
    index('company_events_untold')
      .on(table.at)
      .where(sql`told_at is null`),
  ],
)
