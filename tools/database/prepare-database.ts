import { createClient } from '@libsql/client/web'

import type { Catalogue } from '../../worker/courses/catalogue.ts'
import { keepVersions } from './keep-versions.ts'
import { migrate } from './migrate.ts'

/** Migrates a database and keeps the catalogue's versions in it. A second run, or two at once, change nothing. */
export async function prepareDatabase(url: string, token: string | undefined, catalogue: Catalogue): Promise<string[]> {
  const client = createClient({ url, ...(token ? { authToken: token } : {}) })
  try {
    const applied = await migrate(client)
    await keepVersions(client, catalogue, new Date())
    return applied
  } finally {
    client.close()
  }
}
