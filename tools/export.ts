import { exportAccount } from './accounts/export-account.ts'
import { writeWhole } from './command/write-whole.ts'
import { oneEmail, runCommand, WrongCall } from './command/run-command.ts'
import { withDatabase } from './database/with-database.ts'

const usage = `npm run -s export -- EMAIL [--out FILE]

Everything that is held about one person, for a request that came by letter: one document of JSON, to standard output.
EMAIL is any verified address of the account, or its number where it has none. Reads the database of LIBSQL_URL, or the embedded one of DATA_DIR, whether
or not Navet runs, and changes nothing. The document holds no code, link or token, and nobody else's name.

  --out FILE   to a file instead, written whole or not at all, readable by you alone
  --help       this text

Exit codes: 0 done, 1 could not be done, 2 wrong call.`

await runCommand({
  usage,
  options: { out: { type: 'string' } },
  async work(words, { out }, signal) {
    const email = oneEmail(words)
    if (out === '') throw new WrongCall('to which file?')
    const document = await withDatabase((client) => exportAccount(client, email, new Date()))
    if (out === undefined) {
      process.stdout.write(document)
    } else {
      await writeWhole(out, Buffer.from(document), signal)
      console.log(`${out} holds everything about ${email}`)
    }
  },
})
