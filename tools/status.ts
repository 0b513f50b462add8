import { parseArgs } from 'node:util'

import { withDatabase } from './database/with-database.ts'
import { formatStatus } from './status/format-status.ts'
import { readStatus } from './status/read-status.ts'

const usage = `npm run -s status -- [--json]

How the installation is, and what to do about each alarm: the database of LIBSQL_URL, or the embedded one of DATA_DIR,
whether or not Navet runs; backups where BACKUP_TO says; the lessons in courses/. No names and no addresses; changes
nothing. docs/operate.md has a section of each alarm's name.

  --json      the same for programs
  --help      this text

Ends with 0 when no alarm is on, 1 when one is, 2 for a wrong call.`

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  return 1
})

async function main(): Promise<number> {
  const options = read()
  if (!options || options.help) {
    ;(options ? console.log : console.error)(usage)
    return options ? 0 : 2
  }
  const status = await withDatabase((client) => readStatus(client, new Date()))
  process.stdout.write(options.json ? `${JSON.stringify(status, null, 2)}\n` : formatStatus(status))
  return status.alarms.length > 0 ? 1 : 0
}

function read() {
  try {
    return parseArgs({
      options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    }).values
  } catch {
    return undefined
  }
}
