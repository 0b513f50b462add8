import type { Client } from '@libsql/client'

import { grantRoles } from '../worker/db/schema/accounts.ts'
import { withDatabase } from './database/with-database.ts'

// `npm run grant -- author|hub|operator EMAIL [--revoke]`: the first rights, given on the operator's machine.
const [role, email, option] = process.argv.slice(2)
const usage = `npm run grant -- ${grantRoles.join('|')} EMAIL [--revoke]`
if (!grantRoles.some((known) => known === role) || !email?.includes('@') || (option && option !== '--revoke')) {
  console.error(usage)
  process.exit(2)
}

process.exitCode = await withDatabase(change).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  return 1
})

/** Any verified address of the account will do. */
async function change(client: Client): Promise<number> {
  const { rows } = await client.execute({
    sql: `select id from users where email = ?1 union select user_id from addresses where email = ?1`,
    args: [email!.trim().toLowerCase()],
  })
  const user = rows[0]?.id
  if (!user) {
    console.error(`nobody has the address ${email}: let them sign in once, then try again`)
    return 1
  }
  const [sql, done] = option
    ? ['delete from grants where user_id = ? and role = ?', `${email} is no longer ${role}`]
    : [
        `insert into grants (user_id, role, at) values (?, ?, ${Date.now()}) on conflict do nothing`,
        `${email} is ${role} now`,
      ]
  await client.execute({ sql, args: [user, role!] })
  console.log(done)
  return 0
}
