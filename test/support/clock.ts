import { createClient } from '@libsql/client/web'
import { inject } from 'vitest'

/** The clock, moved for one learner by moving back what is remembered of badge tests. */
export async function minutesPass(email: string, minutes: number): Promise<void> {
  const client = createClient({ url: inject('libsqlUrl'), authToken: inject('libsqlToken') })
  const args = [minutes * 60_000, email]
  const of = '(select id from users where email = ?)'
  await client.batch([
    { sql: `update attempts set opened_at = opened_at - ? where learner = ${of}`, args },
    { sql: `update submissions set at = at - ? where learner = ${of}`, args },
  ])
  client.close()
}
