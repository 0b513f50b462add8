import type { Client } from '@libsql/client'

import { noWords, runCommand } from './command/run-command.ts'
import { withDatabase } from './database/with-database.ts'

const usage = `npm run outbox

The mails that wait to be sent or read, newest first, fifty at most, with their codes: for an operator without MAIL_URL.
Reads the database of LIBSQL_URL, or the embedded one of DATA_DIR, whether or not Navet runs, and changes nothing.

  --help   this text

Exit codes: 0 done, 1 could not be done, 2 wrong call.`

await runCommand({
  usage,
  options: {},
  async work(words) {
    noWords(words)
    await withDatabase(list)
  },
})

async function list(client: Client): Promise<void> {
  const { rows } = await client.execute(
    `select recipient, subject, body, created_at from mails where body <> '' order by created_at desc limit 50`,
  )
  for (const { recipient, subject, body, created_at: at } of rows) {
    console.log(`${new Date(Number(at)).toISOString()}  ${recipient}\n${subject}\n${body}\n`)
  }
  if (rows.length === 0) console.log('the outbox is empty')
}
