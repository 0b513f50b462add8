import type { Client } from '@libsql/client'

import { withDatabase } from './database/with-database.ts'

// `npm run outbox`: the mails that wait, newest first, for an operator without MAIL_URL.
const usage = `npm run outbox
  the mails that wait to be sent or read, newest first, with their codes; changes nothing`
const [word] = process.argv.slice(2)
if (word !== undefined) {
  ;(word === '--help' ? console.log : console.error)(usage)
  process.exit(word === '--help' ? 0 : 2)
}

await withDatabase(list).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
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
