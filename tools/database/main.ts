import { loadCatalogue } from '../authoring/compile/load-catalogue.ts'
import { prepareDatabase } from './prepare-database.ts'

// `npm run db:migrate`: for a database elsewhere (Turso, sqld). The embedded one is migrated when Navet starts.
const { LIBSQL_URL, LIBSQL_AUTH_TOKEN } = process.env
if (!LIBSQL_URL) {
  console.error(
    'Set LIBSQL_URL (and LIBSQL_AUTH_TOKEN) to the database to migrate. The embedded one needs nothing: `npm start` migrates it.',
  )
  process.exit(1)
}

try {
  const applied = await prepareDatabase(LIBSQL_URL, LIBSQL_AUTH_TOKEN, await loadCatalogue('courses'))
  console.log(applied.length > 0 ? `applied ${applied.join(', ')}` : 'nothing to apply; question versions are kept')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
