import type { Client } from '@libsql/client'

import { findAccount } from './accounts/find-account.ts'
import { oneEmail, runCommand } from './command/run-command.ts'
import { withDatabase } from './database/with-database.ts'

const usage = `npm run sessions:end -- EMAIL|all [--dry-run]

Signs somebody, or everybody, out of every device. Works on the database of LIBSQL_URL, or the embedded one of DATA_DIR,
whether or not Navet runs. Pages may still be read for five minutes: that long a browser's own cookie says who it is.

  EMAIL       any verified address of the account whose sessions end, or its number where it has none
  all         the sessions of everybody
  --dry-run   says how many there are and ends none
  --help      this text

Exit codes: 0 done, 1 could not be done, 2 wrong call.`

await runCommand({
  usage,
  options: { 'dry-run': { type: 'boolean', default: false } },
  async work(words, { 'dry-run': isDry }) {
    const isAll = words.length === 1 && words[0] === 'all'
    const email = isAll ? undefined : oneEmail(words)
    const count = await withDatabase((client) => end(client, email, isDry))
    console.log(`${count} sessions ${isDry ? 'would end' : 'ended'}`)
  },
})

async function end(client: Client, email: string | undefined, isDry: boolean): Promise<number> {
  const where = email === undefined ? '' : ' where user_id = ?'
  const args = email === undefined ? [] : [(await findAccount(client, email)).learner]
  const sql = isDry ? `select id from sessions${where}` : `delete from sessions${where}`
  const { rows, rowsAffected } = await client.execute({ sql, args })
  return isDry ? rows.length : rowsAffected
}
