import { relations } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** users, sessions, logins and verifications are better-auth's, with its own field names. */
export const users = sqliteTable(
  'users',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull().unique(),
    emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
    image: text('image'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
    /** Since when `email` is the account's; null: since the account was made. */
    emailSince: integer('email_since', { mode: 'timestamp_ms' }),
    /** The language of mails that nobody asks for just now: the one somebody last signed in with; null: not known yet. */
    locale: text('locale', { enum: ['sv', 'en'] }),
    /** When the account was last used while signed in, to the day: triggers keep it, from its sessions. */
    seenAt: integer('seen_at', { mode: 'timestamp_ms' }),
  },
  (table) => [index('users_seen').on(table.seenAt, table.id)],
)

export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    token: text('token').notNull().unique(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('sessions_user').on(table.userId)],
)

/** Lets better-auth read a session and its user in one query. */
export const sessionRelations = relations(sessions, ({ one }) => ({
  user: one(users, { fields: [sessions.userId], references: [users.id] }),
}))

/** better-auth's "account": one way for a user to sign in through somebody else (OIDC, later). */
export const logins = sqliteTable(
  'logins',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: integer('access_token_expires_at', { mode: 'timestamp_ms' }),
    refreshTokenExpiresAt: integer('refresh_token_expires_at', { mode: 'timestamp_ms' }),
    scope: text('scope'),
    password: text('password'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('logins_user').on(table.userId)],
)

export const verifications = sqliteTable(
  'verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('verifications_identifier').on(table.identifier)],
)

/** Further verified addresses of a user; the first one is users.email. Either signs in. */
export const addresses = sqliteTable(
  'addresses',
  {
    email: text('email').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    verifiedAt: integer('verified_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('addresses_user').on(table.userId)],
)

/** An address that was taken from an account, for as long as whoever reads its mail may put it back. */
export const removedAddresses = sqliteTable(
  'removed_addresses',
  {
    /** Keyed hash of the secret in the mailed link. */
    secretHash: text('secret_hash').primaryKey(),
    email: text('email').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    verifiedAt: integer('verified_at', { mode: 'timestamp_ms' }).notNull(),
    until: integer('until', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('removed_addresses_user').on(table.userId)],
)

export const codePurposes = [
  'sign-in',
  'prove-address',
  'add-address',
  'remove-address',
  'erase',
  'give-ownership',
  'add-passkey',
  'remove-passkey',
  'replace-card',
  'close-company',
  'merge-with',
  'merge',
] as const

/**
 * Codes that were mailed. One holds in the browser that asked, for one purpose and, signed in, one account. Rows are
 * kept for as long as a limit counts them; nothing in them opens anything without the server's secret.
 */
export const codes = sqliteTable(
  'codes',
  {
    id: text('id').primaryKey(),
    purpose: text('purpose', { enum: codePurposes }).notNull(),
    /** What the purpose is about: the address that signs in, is added or removed; empty for some. */
    subject: text('subject').notNull(),
    /** Where the code was mailed. */
    email: text('email').notNull(),
    /** Keyed hash of the browser's cookie. */
    browser: text('browser').notNull(),
    account: text('account').references(() => users.id, { onDelete: 'cascade' }),
    /** Keyed hash of the network's address; null when nobody trustworthy says which. */
    source: text('source'),
    codeHash: text('code_hash').notNull(),
    /** Keyed hash of the mailed link's own secret. */
    linkHash: text('link_hash'),
    sentAt: integer('sent_at', { mode: 'timestamp_ms' }).notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    /** Wrong guesses at the digits, and when the last of them was made. */
    tries: integer('tries').notNull().default(0),
    guessedAt: integer('guessed_at', { mode: 'timestamp_ms' }),
    replacedAt: integer('replaced_at', { mode: 'timestamp_ms' }),
    usedAt: integer('used_at', { mode: 'timestamp_ms' }),
    usedBy: text('used_by', { enum: ['digits', 'link'] }),
  },
  (table) => [
    uniqueIndex('codes_link').on(table.linkHash),
    index('codes_email').on(table.email, table.sentAt),
    index('codes_source').on(table.source, table.sentAt),
    index('codes_browser').on(table.browser, table.subject),
    index('codes_account').on(table.account),
  ],
)

/** How often something was done in a window of time: codes sent, join codes looked up. */
export const limits = sqliteTable(
  'limits',
  {
    subject: text('subject').notNull(),
    window: integer('window').notNull(),
    uses: integer('uses').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.subject, table.window] })],
)

/** A device that signs in by itself (WebAuthn); names as in better-auth's plugin. */
export const passkeys = sqliteTable(
  'passkeys',
  {
    id: text('id').primaryKey(),
    name: text('name'),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    publicKey: text('public_key').notNull(),
    credentialID: text('credential_id').notNull(),
    counter: integer('counter').notNull(),
    deviceType: text('device_type').notNull(),
    backedUp: integer('backed_up', { mode: 'boolean' }).notNull(),
    transports: text('transports'),
    aaguid: text('aaguid'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [uniqueIndex('passkeys_credential').on(table.credentialID), index('passkeys_user').on(table.userId)],
)

/** The code on an account's recovery card: used once, then there is a new one. */
export const recoveryCodes = sqliteTable('recovery_codes', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** Keyed hash of 80 random bits. */
  codeHash: text('code_hash').notNull().unique(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  /** When its owner said that it is kept somewhere. */
  confirmedAt: integer('confirmed_at', { mode: 'timestamp_ms' }),
  /** Hash of the card that signed in and was used up for this one, until this one is kept. */
  usedHash: text('used_hash'),
})

/** An account that is no more, since its person had two: all that was in it is in the other one's. */
export const accountMergers = sqliteTable(
  'account_mergers',
  {
    /** The random id of the one that ended. */
    account: text('account').primaryKey(),
    /** The one that stays. */
    learner: text('learner')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('account_mergers_learner').on(table.learner)],
)

export const grantRoles = ['author', 'hub', 'operator'] as const

/** A right beyond one's own learning, given on the operator's machine with `npm run grant`. */
export const grants = sqliteTable(
  'grants',
  {
    user: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role', { enum: grantRoles }).notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.user, table.role] })],
)
