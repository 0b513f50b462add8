import { withDatabase } from './database/with-database.ts'

// `npm run outbox`: the mails that would have been sent, newest first, for an operator without MAIL_URL.
const { rows } = await withDatabase((client) =>
  client.execute(
    `select recipient, subject, body, created_at from mails where body <> '' order by created_at desc limit 50`,
  ),
)
for (const { recipient, subject, body, created_at: at } of rows) {
  console.log(`${new Date(Number(at)).toISOString()}  ${recipient}\n${subject}\n${body}\n`)
}
if (rows.length === 0) console.log('the outbox is empty')
