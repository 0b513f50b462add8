import type { Client } from '@libsql/client'

import { grantRoles } from '../worker/db/schema/accounts.ts'
import { findAccount } from './accounts/find-account.ts'
import { oneEmail, runCommand, WrongCall } from './command/run-command.ts'
import { withDatabase } from './database/with-database.ts'

const usage = `npm run grant -- ${grantRoles.join('|')} EMAIL [--revoke] [--dry-run]

Gives a person a right, or takes it back: the first rights are given on the operator's machine.

  EMAIL       any verified address of the person's account, or its number: they have signed in once
  --revoke    takes the right back
  --dry-run   says what would be done, and does nothing
  --help      this text

It works on the database of LIBSQL_URL (with LIBSQL_AUTH_TOKEN), or on the embedded one of DATA_DIR, whether or not
Navet runs.

Exit codes: 0 done, 1 could not be done, 2 wrong call.`

await runCommand({
  usage,
  options: { revoke: { type: 'boolean', default: false }, 'dry-run': { type: 'boolean', default: false } },
  async work([role, ...words], { revoke, 'dry-run': isDry }) {
    if (!grantRoles.some((known) => known === role)) throw new WrongCall(`which right? One of ${grantRoles.join(', ')}`)
    const email = oneEmail(words)
    console.log(await withDatabase((client) => change(client, { role: role!, email, isTaken: revoke, isDry })))
  },
})

interface Change {
  role: string
  email: string
  isTaken: boolean
  isDry: boolean
}

/** Resolves to one line: what was done, would be done, or was so already. */
async function change(client: Client, { role, email, isTaken, isDry }: Change): Promise<string> {
  const { learner } = await findAccount(client, email)
  const { rows } = await client.execute({
    sql: 'select 1 from grants where user_id = ? and role = ?',
    args: [learner, role],
  })
  const has = rows.length > 0
  if (has !== isTaken) return `${email} is ${has ? '' : 'not '}${role} already; nothing to do`
  if (isDry) return isTaken ? `would take ${role} from ${email}` : `would make ${email} ${role}`

  const sql = isTaken
    ? 'delete from grants where user_id = ? and role = ?'
    : `insert into grants (user_id, role, at) values (?, ?, ${Date.now()}) on conflict do nothing`
  await client.execute({ sql, args: [learner, role] })
  return isTaken ? `${email} is no longer ${role}` : `${email} is ${role} now`
}
