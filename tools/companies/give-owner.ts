import { randomUUID } from 'node:crypto'

import type { Client } from '@libsql/client'

interface Wanted {
  /** Its id, or its whole name. */
  company: string
  /** Any verified address of the member. */
  email: string
}

/**
 * Makes a member of a company its owner, with a line among the company's events. Throws, with what to do, when the
 * company or the member is not to be found, or the name is not of one company alone.
 * @returns one line: what was done, would be done, or was so already
 */
export async function giveOwner(
  client: Client,
  { company, email }: Wanted,
  { now, isDry }: { now: Date; isDry: boolean },
): Promise<string> {
  const { id, name } = await findCompany(client, company)
  const { member, role } = await findMember(client, id, email)
  if (role === 'owner') return `${email} is an owner of ${name} already; nothing to do`
  if (isDry) return `would make ${email} (${role}) an owner of ${name} (${id})`

  await client.batch(
    [
      { sql: `update memberships set role = 'owner' where id = ? and left_at is null`, args: [member] },
      {
        sql: `insert into company_events (id, company, kind, member, at) select ?, company, 'owner-given', id, ?
          from memberships where id = ? and left_at is null`,
        args: [randomUUID().replaceAll('-', ''), now.getTime(), member],
      },
    ],
    'write',
  )
  return `${email} is an owner of ${name} (${id}) now, and is told by mail within 15 minutes`
}

async function findCompany(client: Client, company: string): Promise<{ id: string; name: string }> {
  const { rows } = await client.execute({
    sql: 'select id, name, municipality from companies where (id = ?1 or name = ?1) and closed_at is null order by id',
    args: [company],
  })
  if (rows.length > 1) {
    const each = rows.map((row) => `  ${String(row.id)}  municipality ${String(row.municipality)}`).join('\n')
    throw new Error(`${rows.length} companies are called ${company}; give the id of one:\n${each}`)
  }
  const [found] = rows
  if (!found) throw new Error(`no open company has the id or the name ${company}`)
  return { id: String(found.id), name: String(found.name) }
}

async function findMember(client: Client, company: string, email: string): Promise<{ member: string; role: string }> {
  const { rows } = await client.execute({
    sql: `select m.id, m.role from memberships m where m.company = ?1 and m.left_at is null and m.learner in
      (select id from users where email = ?2 or id = ?2 union select user_id from addresses where email = ?2)`,
    args: [company, email.trim().toLowerCase()],
  })
  const [found] = rows
  if (!found) throw new Error(`nobody with the address ${email} belongs to the company: an owner is one of its members`)
  return { member: String(found.id), role: String(found.role) }
}
