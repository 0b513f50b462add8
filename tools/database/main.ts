import { loadCatalogue } from '../authoring/compile/load-catalogue.ts'
import { Problem } from '../command/problem.ts'
import { noWords, runCommand } from '../command/run-command.ts'
import { migrate, pendingIn } from './migrate.ts'
import { keepCatalogue } from './prepare-database.ts'
import { withDatabase } from './with-database.ts'

const usage = `npm run db:migrate [-- --contract] [--dry-run]

Migrates the database of LIBSQL_URL (with LIBSQL_AUTH_TOKEN), as Turso or sqld serve it, and keeps the versions of the
questions. What is applied already is left alone. The embedded database needs nothing: npm start migrates it.

  --contract  also takes away what no version needs any more: only where nobody is served, or by this very version
  --dry-run   says which migrations would be applied, and writes nothing
  --help      this text

Exit codes: 0 done, 1 could not be done, 2 wrong call.`

await runCommand({
  usage,
  options: { contract: { type: 'boolean', default: false }, 'dry-run': { type: 'boolean', default: false } },
  async work(words, { contract, 'dry-run': isDry }) {
    noWords(words)
    const { LIBSQL_URL } = process.env
    if (!LIBSQL_URL) {
      throw new Problem(
        'Set LIBSQL_URL (and LIBSQL_AUTH_TOKEN) to the database to migrate. The embedded one needs nothing: `npm start` migrates it.',
      )
    }
    const how = { servedBy: contract ? undefined : 0 }
    if (isDry) {
      const pending = await withDatabase((client) => pendingIn(client, how))
      return console.log(pending.length > 0 ? `would apply ${pending.join(', ')}` : 'nothing to apply')
    }
    const catalogue = await loadCatalogue('courses')
    const applied = await withDatabase(async (client) => {
      const done = await migrate(client, how)
      await keepCatalogue(client, catalogue)
      return done
    })
    console.log(applied.length > 0 ? `applied ${applied.join(', ')}` : 'nothing to apply; question versions are kept')
  },
})
