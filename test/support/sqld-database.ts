import type { TestProject } from 'vitest/node'

import { loadCatalogue } from '../../tools/authoring/compile/load-catalogue.ts'
import { prepareDatabase } from '../../tools/database/prepare-database.ts'
import { makeKey } from '../../tools/keys/make-key.ts'
import { startSqld } from '../../tools/test/sqld.ts'

/** libSQL's own server for the tests in workerd, as database.ts starts ours. A wedge ends the run under its own name. */
export default async function sqldDatabase(project: TestProject) {
  const server = await startSqld()
  const catalogue = await loadCatalogue('test/fixtures/courses', 'test/fixtures/question-types')
  await prepareDatabase(server.url, server.token, catalogue)
  project.provide('libsqlUrl', server.url)
  project.provide('libsqlToken', server.token)
  // A Browser counts its trips by a DATABASE of its own, which the worker would take for the embedded one.
  project.provide('databaseSettings', { LIBSQL_WRITERS: '4' })
  project.provide('signingKeys', JSON.stringify({ keys: [makeKey(new Date())] }))

  return () => server.stop()
}
