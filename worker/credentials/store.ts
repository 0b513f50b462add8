import { and, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'

import { isReal } from '../accounts/no-address/store.ts'
import type { Database } from '../db/client.ts'
import { addresses, users } from '../db/schema/accounts.ts'
import { achievements, awards } from '../db/schema/badges.ts'
import { statement } from '../db/statement.ts'
import { credentials, reissues, revokedKeys, statusEntries, statusLists } from '../db/schema/credentials.ts'

/** Every award gets its credential in the batch that makes it; it is signed later. */
export function recordCredential(
  db: Database,
  credential: { award: string; learner: string; subject: string; validFrom: Date },
) {
  return insertCredential(db, { ...credential, validFrom: credential.validFrom.getTime() })
}

const insertCredential = statement(
  ['award', 'learner', 'subject', 'validFrom'],
  (db, { award, learner, subject, validFrom }) =>
    db.run(sql`insert into ${credentials} (award, subject, valid_from)
      select id, ${subject}, ${validFrom} from ${awards}
      where id = ${award} and learner = ${learner} and withdrawn_at is null on conflict do nothing`),
)

/** What the learner wants shown from now on, and how often that may be changed. */
interface NewWishes {
  /** Of this change. */
  id: string
  award: string
  learner: string
  holder: string | null
  emailHash: string | null
  emailSalt: string | null
  at: Date
  midnight: Date
  /** Changes since then are counted, and there may be no more than so many. */
  since: Date
  most: number
}

/**
 * What the learner wants shown from now on: issued anew under the same id, with a later validFrom and a place of its
 * own in a status list, and the old place's bit is set: what the badge said before holds no more. Statements for one
 * batch; the first changes no row where it has been done too often.
 */
export function recordWishes(db: Database, wishes: NewWishes) {
  const isNew = sql`exists (select 1 from ${reissues} where id = ${wishes.id})`
  const place = sql`(select status_list, status_index from ${credentials} where award = ${wishes.award})`
  return [
    db.run(sql`insert into ${reissues} (id, award, at)
      select ${wishes.id}, c.award, ${wishes.at.getTime()} from ${credentials} c join ${awards} a on a.id = c.award
      where c.award = ${wishes.award} and a.learner = ${wishes.learner} and a.withdrawn_at is null
        and (select count(*) from ${reissues} where award = c.award and at > ${wishes.since.getTime()}) < ${wishes.most}`),
    db.run(sql`update ${statusEntries} set is_revoked = 1 where (list, idx) = ${place} and ${isNew}`),
    db.run(sql`update ${statusLists} set revision = revision + 1
      where list = (select status_list from ${credentials} where award = ${wishes.award}) and ${isNew}`),
    db.run(sql`update ${credentials} set holder = ${wishes.holder}, email_hash = ${wishes.emailHash},
        email_salt = ${wishes.emailSalt}, issue = issue + 1, valid_from = max(${wishes.midnight.getTime()}, valid_from + 1000),
        status_list = null, status_index = null, key = null, json = null, jwt = null
      where award = ${wishes.award} and ${isNew}`),
  ] as const
}

/** How often the badges of an account came to say something else; for when it goes. */
export function forgetReissues(db: Database, learner: string) {
  return db.run(sql`delete from ${reissues} where award in (select id from ${awards} where learner = ${learner})`)
}

/** Ends the proof: the row goes, and a trigger sets its bit in the status list. */
export function endCredential(db: Database, { award, learner }: { award: string; learner: string }) {
  return db.run(sql`delete from ${credentials}
    where award = (select id from ${awards} where id = ${award} and learner = ${learner})`)
}

const isReadable = sql`json_type(iif(json_valid(${achievements.content}), ${achievements.content}, 'null')) = 'object'`

/** What has no signature yet, oldest first. */
export function selectUnsigned(db: Database, most: number) {
  return (
    db
      .select({
        award: awards.id,
        badge: awards.badge,
        version: awards.courseVersion,
        day: awards.day,
        achievement: achievements.content,
        subject: credentials.subject,
        issue: credentials.issue,
        validFrom: credentials.validFrom,
        holder: credentials.holder,
        emailHash: credentials.emailHash,
        emailSalt: credentials.emailSalt,
        statusList: credentials.statusList,
        statusIndex: credentials.statusIndex,
      })
      .from(credentials)
      .innerJoin(awards, eq(awards.id, credentials.award))
      .innerJoin(
        achievements,
        and(eq(achievements.badge, awards.badge), eq(achievements.version, awards.courseVersion)),
      )
      // One that cannot be read keeps none of the others waiting.
      .where(and(isNull(credentials.json), isReadable))
      .orderBy(credentials.validFrom)
      .limit(most)
  )
}

/**
 * Gives a credential a free place in the status list that is being filled: the first of some random candidates that
 * nobody has. A list is full at `capacity`; then the next one begins. What has a place keeps it.
 */
export function claimStatusPlace(db: Database, claim: { award: string; candidates: number[]; capacity: number }) {
  // A number from here arrives as a REAL.
  const list = sql`(select cast(coalesce(max(id), 0) / ${claim.capacity} as integer) + 1 from ${statusEntries})`
  return [
    db.run(sql`update ${credentials} set (status_list, status_index) = (
        select ${list}, c.value from json_each(${JSON.stringify(claim.candidates)}) c
        where not exists (select 1 from ${statusEntries} e where e.list = ${list} and e.idx = c.value) limit 1)
      where award = ${claim.award} and status_list is null`),
    db.run(sql`insert into ${statusEntries} (list, idx) select status_list, status_index from ${credentials}
      where award = ${claim.award} and status_list is not null on conflict do nothing`),
    db.run(sql`insert into ${statusLists} (list) select status_list from ${credentials}
      where award = ${claim.award} and status_list is not null on conflict do nothing`),
  ] as const
}

/**
 * Keeps a signature, if none is there, what was signed is still what is wanted, and the key may still sign: the
 * second of two runs, or one that comes too late, changes nothing.
 */
export function recordSignature(
  db: Database,
  signed: { award: string; issue: number; key: string; json: string; jwt: string },
) {
  return db.run(sql`update ${credentials} set json = ${signed.json}, jwt = ${signed.jwt}, key = ${signed.key}
    where award = ${signed.award} and issue = ${signed.issue} and json is null
      and not exists (select 1 from ${revokedKeys} where key = ${signed.key})`)
}

/** Lists that say less than they should, with every index that is revoked. */
export function selectStaleLists(db: Database) {
  return db
    .select({
      list: statusLists.list,
      revision: statusLists.revision,
      // By name: drizzle would leave out whose the column is, and every list would have the places of all.
      revoked: sql<string>`(select json_group_array(e.idx) from ${statusEntries} e
        where e.list = status_lists.list and e.is_revoked = 1)`,
    })
    .from(statusLists)
    .where(sql`${statusLists.signed} < ${statusLists.revision}`)
}

/** Keeps a signed list, unless a newer revision of it was signed meanwhile, or the key may no longer sign. */
export function recordStatusList(db: Database, signed: { list: number; revision: number; key: string; json: string }) {
  return db.run(sql`update ${statusLists} set json = ${signed.json}, signed = ${signed.revision}
    where list = ${signed.list} and signed < ${signed.revision}
      and not exists (select 1 from ${revokedKeys} where key = ${signed.key})`)
}

/** What a badge stood for at a version; without one, at the newest. */
export async function findAchievement(
  db: Database,
  { badge, version }: { badge: string; version?: string | undefined },
) {
  const [row] = await db
    .select({ version: achievements.version, achievement: achievements.content })
    .from(achievements)
    .where(and(eq(achievements.badge, badge), version ? eq(achievements.version, version) : undefined))
    .orderBy(desc(achievements.firstSeenAt))
    .limit(1)
  return row
}

/** The list as it was last signed. */
export async function findStatusList(db: Database, list: number): Promise<string | undefined> {
  const [row] = await db
    .select({ json: statusLists.json })
    .from(statusLists)
    .where(and(eq(statusLists.list, list), isNotNull(statusLists.json)))
  return row?.json ?? undefined
}

/** A learner's own badge, with what it shows, the addresses it could show and when it was changed since a day. */
export async function findOwnBadge(
  db: Database,
  { award, learner, since }: { award: string; learner: string; since: Date },
) {
  const [[badge], addressRows, changes, others] = await db.batch([
    db
      .select({
        achievement: achievements.content,
        withdrawnAt: awards.withdrawnAt,
        holder: credentials.holder,
        emailHash: credentials.emailHash,
        emailSalt: credentials.emailSalt,
      })
      .from(awards)
      .innerJoin(
        achievements,
        and(eq(achievements.badge, awards.badge), eq(achievements.version, awards.courseVersion)),
      )
      .leftJoin(credentials, eq(credentials.award, awards.id))
      .where(and(eq(awards.id, award), eq(awards.learner, learner))),
    db
      .select({ email: users.email })
      .from(users)
      .where(and(eq(users.id, learner), isReal(sql`${users.email}`)))
      .unionAll(db.select({ email: addresses.email }).from(addresses).where(eq(addresses.userId, learner))),
    db
      .select({ at: reissues.at })
      .from(reissues)
      .where(and(eq(reissues.award, award), gt(reissues.at, since)))
      .orderBy(reissues.at),
    selectTwins(db, { award, learner }),
  ])
  const emails = addressRows.map(({ email }) => email)
  return badge && { ...badge, addresses: emails, changes: changes.map(({ at }) => at), others }
}

/** The same badge where a learner has it more than once, from accounts that became one. */
function selectTwins(db: Database, { award, learner }: { award: string; learner: string }) {
  return db
    .select({ award: awards.id, day: awards.day })
    .from(awards)
    .where(
      and(
        eq(awards.learner, learner),
        sql`${awards.id} <> ${award} and ${awards.badge} = (select a.badge from ${awards} a where a.id = ${award})`,
      ),
    )
    .orderBy(awards.at)
}

/** Every signed badge of a learner. */
export function selectOwnCredentials(db: Database, learner: string) {
  return db
    .select({
      award: awards.id,
      badge: awards.badge,
      achievement: achievements.content,
      json: credentials.json,
      jwt: credentials.jwt,
    })
    .from(awards)
    .innerJoin(credentials, eq(credentials.award, awards.id))
    .innerJoin(achievements, and(eq(achievements.badge, awards.badge), eq(achievements.version, awards.courseVersion)))
    .where(and(eq(awards.learner, learner), isNotNull(credentials.json), isReadable))
    .orderBy(awards.at)
}

/** The signed bytes. A badge that was withdrawn has no row. */
export const selectSigned = statement(['award'], (db, { award }) =>
  db.select({ json: credentials.json, jwt: credentials.jwt }).from(credentials).where(eq(credentials.award, award)),
)

/** What the public may have of an award: nothing of one that was withdrawn. */
export async function findCredential(db: Database, award: string) {
  const [row] = await db
    .select({
      learner: awards.learner,
      badge: awards.badge,
      course: awards.course,
      version: awards.courseVersion,
      day: awards.day,
      achievement: achievements.content,
      holder: credentials.holder,
      emailHash: credentials.emailHash,
      validFrom: credentials.validFrom,
      key: credentials.key,
      json: credentials.json,
      jwt: credentials.jwt,
    })
    .from(awards)
    .innerJoin(credentials, eq(credentials.award, awards.id))
    .innerJoin(achievements, and(eq(achievements.badge, awards.badge), eq(achievements.version, awards.courseVersion)))
    .where(and(eq(awards.id, award), sql`${awards.withdrawnAt} is null`))
  return row
}
