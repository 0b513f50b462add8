import { createClient } from '@libsql/client/web'

import { openDataFolder } from './start/data-folder.ts'
import { startDatabase } from './start/database-process.ts'

// `npm run outbox`: the mails that would have been sent, newest first, for an operator without MAIL_URL.
const { LIBSQL_URL, LIBSQL_AUTH_TOKEN, DATA_DIR = '.data' } = process.env
const embedded = LIBSQL_URL ? undefined : await startDatabase((await openDataFolder(DATA_DIR)).database)
const client = createClient({ url: LIBSQL_URL ?? embedded!.url, authToken: LIBSQL_AUTH_TOKEN ?? embedded?.token ?? '' })
const { rows } = await client.execute(
  `select recipient, subject, body, created_at from mails where body <> '' order by created_at desc limit 50`,
)
for (const { recipient, subject, body, created_at: at } of rows) {
  console.log(`${new Date(Number(at)).toISOString()}  ${recipient}\n${subject}\n${body}\n`)
}
if (rows.length === 0) console.log('the outbox is empty')
client.close()
await embedded?.stop()
