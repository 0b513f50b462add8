import { type SQL, sql } from 'drizzle-orm'

import { isMerged, type Merger } from '../../accounts/account-merger/store.ts'
import { dayOf, midnightOf } from '../../../formats/day.ts'
import type { Database } from '../../db/client.ts'
import {
  auditEntries,
  earlierShares,
  earlierSights,
  invitations,
  memberships,
  teamManagers,
  terms,
} from '../../db/schema/companies.ts'
import { keepSights } from '../sights/store.ts'

/**
 * Statements that keep what each company of both accounts sees, before anything is moved: it goes on seeing that, by
 * earlier_sights, and of all else that is older than the merger nothing without a tick. A tick that was there holds for
 * what it was set for: where the other account has begun the course too, it is set anew or not at all.
 */
export function keepSightsOfBoth(db: Database, merger: Merger) {
  const { stays, ends } = merger
  const ok = isMerged(merger)
  const who = sql`m.learner in (${stays}, ${ends})`
  return [
    keepSights(db, { who, when: ok }),
    db.run(sql`delete from ${earlierShares} where ${ok} and exists (select 1 from ${memberships} m
      join course_starts s on s.learner = iif(m.learner = ${stays}, ${ends}, ${stays})
      where m.id = ${earlierShares}.membership and m.learner in (${stays}, ${ends})
        and s.course = ${earlierShares}.course)`),
  ] as const
}

/** Statements that move the memberships, once the sights are kept; of two in one company one is left. */
export function moveMemberships(db: Database, merger: Merger) {
  const { stays, ends, at } = merger
  const ok = isMerged(merger)
  return [
    ...joinTwo(db, merger),
    db.run(sql`update ${memberships} set learner = ${stays} where learner = ${ends} and ${ok}`),
    db.run(sql`update ${memberships} set seen_from = ${at.getTime()} where learner = ${stays} and ${ok}`),
    db.run(sql`update ${invitations} set created_by = ${stays} where created_by = ${ends} and ${ok}`),
  ] as const
}

/** Two memberships in one company, or in one that was closed with both in it: `o` goes on and `e` ends. */
const pairs = ({ stays, ends }: Merger) => sql`${memberships} o join ${memberships} e on e.company = o.company
  join ${terms} et on et.company = e.company and et.version = e.terms_version
  where o.learner = ${stays} and e.learner = ${ends}
    and (o.left_at is null and e.left_at is null or o.closed_with = 1 and e.closed_with = 1)`

const rank = (member: 'o' | 'e') =>
  sql.raw(`(case ${member}.role when 'owner' then 2 when 'manager' then 1 else 0 end)`)

/**
 * The higher role goes on, with the narrower terms. It goes on seeing of the other what that one's own terms let it see.
 */
function joinTwo(db: Database, merger: Merger) {
  const { at } = merger
  const ok = isMerged(merger)
  // Of the older terms least is seen: what they name, less what any later ones left out.
  const isNarrower = sql`e.terms_version < o.terms_version`
  return [
    db.run(sql`insert into ${earlierSights} (membership, course, done_day, award)
      select p.id, k.course, k.done_day, k.award
      from (select o.id, e.id as other, et.courses from ${pairs(merger)}) p
        join ${earlierSights} k on k.membership = p.other
      where ${ok} and ${names(sql`p.courses`, sql`k.course`)}
      on conflict (membership, course) do update set
        done_day = coalesce(min(done_day, excluded.done_day), done_day, excluded.done_day),
        award = coalesce(award, excluded.award)`),
    db.run(sql`insert into ${earlierShares} (membership, course, at)
      select p.id, k.course, k.at from (select o.id, e.id as other, et.courses from ${pairs(merger)}) p
        join ${earlierShares} k on k.membership = p.other
      where ${ok} and ${names(sql`p.courses`, sql`k.course`)}
      on conflict do nothing`),
    db.run(sql`insert into ${teamManagers} (team, membership)
      select t.team, p.id from (select o.id, o.role, e.id as other, e.role as others from ${pairs(merger)}) p
        join ${teamManagers} t on t.membership = p.other
      where ${ok} and p.role = 'member' and p.others = 'member' on conflict do nothing`),
    // Whoever comes to run the whole company runs no team besides: a later role as a member is not a manager's.
    db.run(sql`delete from ${teamManagers} where ${ok} and membership in
      (select o.id from ${pairs(merger)} and ${rank('e')} > ${rank('o')})`),
    enter(db, merger, 'role-changed', sql`o.id`, sql`${rank('e')} > ${rank('o')}`, sql`json_object('role', e.role)`),
    enter(db, merger, 'member-left', sql`e.id`, sql`true`, sql`'{}'`),
    db.run(sql`update ${memberships} set role = p.role, terms_version = p.version, terms_at = p.terms_at,
        joined_at = p.joined_at, team = coalesce(${memberships}.team, p.team),
        on_behalf = min(${memberships}.on_behalf, p.on_behalf),
        declined_terms = coalesce(max(declined_terms, p.declined), declined_terms, p.declined)
      from (select o.id, iif(${rank('e')} > ${rank('o')}, e.role, o.role) as role,
          iif(${isNarrower}, e.terms_version, o.terms_version) as version,
          iif(${isNarrower}, coalesce(e.terms_at, e.joined_at), coalesce(o.terms_at, o.joined_at)) as terms_at,
          min(o.joined_at, e.joined_at) as joined_at, e.team, e.on_behalf, e.declined_terms as declined
        from ${pairs(merger)}) p
      where ${memberships}.id = p.id and ${ok}`),
    // One that ended with its company does not come back with it.
    db.run(sql`update ${memberships} set left_at = coalesce(left_at, ${at.getTime()}), closed_with = 0
      where ${ok} and id in (select e.id from ${pairs(merger)})`),
  ] as const
}

/** Whether stored terms name a course; what cannot be read names none. */
function names(courses: SQL, course: SQL): SQL {
  return sql`(${courses} = '"all"' or ${course} in (select value from json_each(${readable(courses)})))`
}

function readable(courses: SQL): SQL {
  return sql`iif(json_valid(${courses}) and ${courses} <> '"all"', ${courses}, '[]')`
}

/** The log of each company in which there were two: who had one role more there, and that one of the two has left. */
function enter(
  db: Database,
  merger: Merger,
  action: 'role-changed' | 'member-left',
  subject: SQL,
  when: SQL,
  facts: SQL,
) {
  const { at } = merger
  return db.run(sql`insert into ${auditEntries} (company, actor, action, subject, facts, at, is_day_only)
    select o.company, ${subject}, ${action}, ${subject}, ${facts}, ${midnightOf(dayOf(at)).getTime()}, 1
    from ${pairs(merger)} and ${when} and ${isMerged(merger)}`)
}
