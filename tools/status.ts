import { noWords, runCommand } from './command/run-command.ts'
import { withDatabase } from './database/with-database.ts'
import { formatStatus } from './status/format-status.ts'
import { readStatus } from './status/read-status.ts'

const usage = `npm run -s status -- [--json]

How the installation is, and what to do about each alarm: the database of LIBSQL_URL, or the embedded one of DATA_DIR,
whether or not Navet runs; backups where BACKUP_TO says; the lessons in courses/. No names and no addresses; changes
nothing. docs/operate.md has a section of each alarm's name.

  --json      the same for programs
  --help      this text

Exit codes: 0 no alarm is on, 1 one is or the status could not be read, 2 wrong call.`

await runCommand({
  usage,
  options: { json: { type: 'boolean', default: false } },
  async work(words, { json }) {
    noWords(words)
    const status = await withDatabase((client) => readStatus(client, new Date()))
    process.stdout.write(json ? `${JSON.stringify(status, null, 2)}\n` : formatStatus(status))
    return status.alarms.length > 0 ? 1 : 0
  },
})
