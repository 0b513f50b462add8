import type { Client } from '@libsql/client'

import { withDatabase } from './database/with-database.ts'

// `npm run sessions:end -- EMAIL|all [--dry-run]`: signs somebody, or everybody, out of every device.
const usage = `npm run sessions:end -- EMAIL|all [--dry-run]
  EMAIL      any address of the account whose sessions end
  all        the sessions of everybody
  --dry-run  says how many there are and ends none`
const words = process.argv.slice(2)
const options = words.filter((word) => word.startsWith('--'))
const [whose, ...rest] = words.filter((word) => !word.startsWith('--'))
const isDry = options.includes('--dry-run')

if (options.includes('--help')) {
  console.log(usage)
  process.exit(0)
}
const isUnknown = options.some((option) => option !== '--dry-run') || rest.length > 0
if (isUnknown || !whose || (whose !== 'all' && !whose.includes('@'))) {
  console.error(usage)
  process.exit(2)
}

process.exitCode = await withDatabase(end).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  return 1
})

async function end(client: Client): Promise<number> {
  if (whose === 'all') return report(await client.execute(isDry ? 'select id from sessions' : 'delete from sessions'))

  const args = [whose!.trim().toLowerCase()]
  const { rows } = await client.execute({
    sql: 'select id from users where email = ?1 union select user_id from addresses where email = ?1',
    args,
  })
  const user = rows[0]?.id
  if (!user) {
    console.error(`nobody has the address ${whose}`)
    return 1
  }
  const sql = isDry ? 'select id from sessions where user_id = ?' : 'delete from sessions where user_id = ?'
  return report(await client.execute({ sql, args: [user] }))
}

/** Reading is unaffected for five minutes at the most: that long a browser's own cookie says who it is. */
function report({ rows, rowsAffected }: { rows: unknown[]; rowsAffected: number }): number {
  console.log(isDry ? `${rows.length} sessions would end` : `${rowsAffected} sessions ended`)
  return 0
}
