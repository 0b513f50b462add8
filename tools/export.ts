import { parseArgs } from 'node:util'

import { exportAccount } from './accounts/export-account.ts'
import { argumentsOr, refuseCall, runCommand } from './backup/run-command.ts'
import { writeWhole } from './backup/places/write-whole.ts'
import { withDatabase } from './database/with-database.ts'

const usage = `npm run -s export -- EMAIL [--out FILE]

Everything that is held about one person, for a request that came by letter: one document of JSON, to standard output.
EMAIL is any verified address of the account. Reads the database of LIBSQL_URL, or the embedded one of DATA_DIR, whether
or not Navet runs, and changes nothing. The document holds no code, link or token, and nobody else's name.

  --out FILE   to a file instead, written whole or not at all, readable by you alone
  --help       this text

Exit codes: 0 done, 1 could not be done, 2 wrong call.`

const { values, positionals } = argumentsOr(
  () =>
    parseArgs({
      allowPositionals: true,
      options: { out: { type: 'string' }, help: { type: 'boolean', default: false } },
    }),
  usage,
)

if (values.help) {
  console.log(usage)
} else {
  const [email, ...more] = positionals
  if (!email?.includes('@') || more.length > 0 || values.out === '') refuseCall('whose?', usage)
  await runCommand(async (signal) => {
    const document = await withDatabase((client) => exportAccount(client, email, new Date()))
    if (values.out === undefined) {
      process.stdout.write(document)
    } else {
      await writeWhole(values.out, Buffer.from(document), signal)
      console.log(`${values.out} holds everything about ${email}`)
    }
  })
}
