import type { Client } from '@libsql/client'

import { grantRoles } from '../worker/db/schema/accounts.ts'
import { withDatabase } from './database/with-database.ts'

// `npm run grant -- author|hub|operator EMAIL [--revoke]`: the first rights, given on the operator's machine.
const usage = `npm run grant -- ${grantRoles.join('|')} EMAIL [--revoke]

Gives a person a right, or takes it back: the first rights are given on the operator's machine.

  EMAIL      any verified address of the person's account: they have signed in once
  --revoke   takes the right back
  --help     this text

It works on the database of LIBSQL_URL (with LIBSQL_AUTH_TOKEN), or on the embedded one of DATA_DIR, whether or not
Navet runs.

Exit codes: 0 done, 1 could not be done, 2 wrong call.`
const [role, email, option] = process.argv.slice(2)
if (process.argv.includes('--help')) {
  console.log(usage)
  process.exit(0)
}
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
