import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { TestProject } from 'vitest/node'

import { loadCatalogue } from '../../tools/authoring/compile/load-catalogue.ts'
import { prepareDatabase } from '../../tools/database/prepare-database.ts'
import { makeKey } from '../../tools/keys/make-key.ts'
import { startLibsqlServer } from '../../tools/libsql/server.ts'
import { startExplainer } from './explainer.ts'

const token = 'test-token'

/** A real embedded database for the tests in workerd, migrated and filled with the catalogue's versions. */
export default async function database(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'navet-test-'))
  const file = join(folder, 'navet.db')
  const server = await startLibsqlServer({ file, token })
  await prepareDatabase(server.url, token, await loadCatalogue('test/fixtures/courses', 'test/fixtures/question-types'))
  const explainer = await startExplainer(file)
  project.provide('explainerUrl', explainer.url)
  project.provide('libsqlUrl', server.url)
  project.provide('libsqlToken', token)
  project.provide('databaseSettings', {})
  project.provide('signingKeys', JSON.stringify({ keys: [makeKey(new Date())] }))

  return async () => {
    explainer.close()
    await server.close()
    await rm(folder, { recursive: true })
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    libsqlUrl: string
    /** Of libSQL's own server there is none. */
    explainerUrl: string
    libsqlToken: string
    /** What the worker is told beside, of this kind of database. */
    databaseSettings: Record<string, string>
    signingKeys: string
  }
}
