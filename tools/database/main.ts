import { loadCatalogue } from '../authoring/compile/load-catalogue.ts'
import { Problem } from '../command/problem.ts'
import { runCommand, WrongCall } from '../command/run-command.ts'
import { prepareDatabase } from './prepare-database.ts'

const usage = `npm run db:migrate [-- --contract]

Migrates the database of LIBSQL_URL (with LIBSQL_AUTH_TOKEN), as Turso or sqld serve it, and keeps the versions of the
questions. What is applied already is left alone. The embedded database needs nothing: npm start migrates it.

  --contract  also takes away what no version needs any more: only where nobody is served, or by this very version
  --help      this text

Exit codes: 0 done, 1 could not be done, 2 wrong call.`

await runCommand({
  usage,
  options: { contract: { type: 'boolean', default: false } },
  async work(words, { contract }) {
    if (words.length > 0) throw new WrongCall(`${words[0]} is not understood`)
    const { LIBSQL_URL, LIBSQL_AUTH_TOKEN } = process.env
    if (!LIBSQL_URL) {
      throw new Problem(
        'Set LIBSQL_URL (and LIBSQL_AUTH_TOKEN) to the database to migrate. The embedded one needs nothing: `npm start` migrates it.',
      )
    }
    const applied = await prepareDatabase(LIBSQL_URL, LIBSQL_AUTH_TOKEN, await loadCatalogue('courses'), {
      servedBy: contract ? undefined : 0,
    })
    console.log(applied.length > 0 ? `applied ${applied.join(', ')}` : 'nothing to apply; question versions are kept')
  },
})
