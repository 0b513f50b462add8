import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

import { users } from './accounts.ts'
import { awards } from './badges.ts'

export const companySizes = ['1', '2-9', '10-49', '50-249', '250+'] as const
export const companyRoles = ['owner', 'manager', 'member'] as const
export const companyEventKinds = ['owner-inherited', 'owner-given', 'closing'] as const
/** An invitation that is more than a code to hand on. */
export const invitationKinds = ['mail', 'paper', 'merge'] as const

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
  /** An owner closed it, and may open it again until then. */
  reopenUntil: integer('reopen_until', { mode: 'timestamp_ms' }),
  /** The company that it was merged into. */
  mergedInto: text('merged_into'),
  /** Whom to ask about AI, and where: for the company's own members. */
  contactName: text('contact_name'),
  contactReach: text('contact_reach'),
})

/** A part of a company: a member is in one at the most. */
export const teams = sqliteTable(
  'teams',
  {
    id: text('id').primaryKey(),
    company: text('company')
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [uniqueIndex('teams_by_name').on(table.company, table.nameKey)],
)

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
    /** It ended because the company was closed, and comes back when that is opened again. */
    closedWith: integer('closed_with', { mode: 'boolean' }).notNull().default(false),
    team: text('team').references(() => teams.id, { onDelete: 'set null' }),
    /** A consultant or a temp, who works on the company's behalf. */
    onBehalf: integer('on_behalf', { mode: 'boolean' }).notNull().default(false),
    /** The name as its bearer wrote it, where somebody who runs the company has corrected it, and who and when. */
    ownName: text('own_name'),
    namedBy: text('named_by'),
    namedAt: integer('named_at', { mode: 'timestamp_ms' }),
    /** When the terms were accepted; null: on joining. */
    termsAt: integer('terms_at', { mode: 'timestamp_ms' }),
    /** The newest terms that the member said no to. */
    declinedTerms: integer('declined_terms'),
    /**
     * When the account became one with another of the same person, or an ended membership went on: what is older is seen as
     * earlier_sights says, no more.
     */
    seenFrom: integer('seen_from', { mode: 'timestamp_ms' }),
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

/** A member who runs a team: sees its rows, and nobody else's. The role stays `member`. */
export const teamManagers = sqliteTable(
  'team_managers',
  {
    team: text('team')
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    membership: text('membership')
      .notNull()
      .references(() => memberships.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.team, table.membership] }),
    index('team_managers_membership').on(table.membership),
  ],
)

/** Who opened a page or a file with members on it, on which day: kept for 90 days, for those who stand on it. */
export const openings = sqliteTable(
  'openings',
  {
    company: text('company')
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    /** The membership of who opened it: a random id, which stays for the employee when that account is erased. */
    manager: text('manager').notNull(),
    /** The day in Sweden, YYYY-MM-DD; never the time. */
    day: text('day').notNull(),
    /**
     * The team whose members stood there; empty: the whole company. Whoever changes team takes what was told to them
     * along, under the id of their membership: a trigger sees to it.
     */
    team: text('team').notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.company, table.manager, table.day, table.team] }),
    index('openings_day').on(table.day),
  ],
)

/** What changed access, teams or data of a company. Triggers keep it from being changed, or forgotten before 24 months. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    company: text('company')
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    /** The membership of who did it, a random id; null: nobody's press. */
    actor: text('actor'),
    /** One of worker/companies/audit/rules.ts. */
    action: text('action').notNull(),
    /** The membership, team or invitation it was done to. */
    subject: text('subject'),
    /** Facts of the action, from short lists: a role, a reason, a number. Never a name or an address. */
    facts: text('facts', { mode: 'json' }).$type<Record<string, string | number>>().notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    /** What members do themselves has a day and no time: then `at` is the beginning of that day in Sweden. */
    isDayOnly: integer('is_day_only', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [index('audit_entries_company').on(table.company, table.id), index('audit_entries_at').on(table.at)],
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

/**
 * What a company saw of somebody in a course, without a tick, before `seen_from`: it goes on seeing that, and nothing that
 * another account brought, or that was done while the membership had ended.
 */
export const earlierSights = sqliteTable(
  'earlier_sights',
  {
    membership: text('membership')
      .notNull()
      .references(() => memberships.id, { onDelete: 'cascade' }),
    course: text('course').notNull(),
    /** null: it was under way. */
    doneDay: text('done_day'),
    award: text('award').references(() => awards.id, { onDelete: 'set null' }),
  },
  (table) => [primaryKey({ columns: [table.membership, table.course] }), index('earlier_sights_award').on(table.award)],
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
    /** How many have joined by it. */
    uses: integer('uses').notNull().default(0),
    /** null: a code to hand on. */
    kind: text('kind', { enum: invitationKinds }),
    /** Who is invited, as whoever invites wrote it; gone with the row. */
    email: text('email'),
    name: text('name'),
    team: text('team').references(() => teams.id, { onDelete: 'set null' }),
    onBehalf: integer('on_behalf', { mode: 'boolean' }).notNull().default(false),
    /** When its mail was last written, and how many there were. */
    sentAt: integer('sent_at', { mode: 'timestamp_ms' }),
    sends: integer('sends').notNull().default(0),
    /** The invited said no: nobody in the company is told. */
    declinedAt: integer('declined_at', { mode: 'timestamp_ms' }),
    usedAt: integer('used_at', { mode: 'timestamp_ms' }),
    /** The membership that an invitation for one became; of a merger, the one that it is for. */
    membership: text('membership'),
  },
  (table) => [
    index('invitations_company').on(table.company),
    index('invitations_expires').on(table.expiresAt),
    uniqueIndex('invitations_email')
      .on(table.company, table.email)
      .where(sql`email is not null and revoked_at is null and used_at is null`),
  ],
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
