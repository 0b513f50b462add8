import { makeKey } from '../../tools/keys/make-key.ts'
import { startCloudflare } from './cloudflare.ts'
import { certificateFile } from './mail-server.ts'
import { startSqld } from './sqld.ts'

/** What an operator has before the first deploy: an account with secrets and nothing else, an empty database, and settings. */
export async function openOperatorAccount() {
  const cloudflare = await startCloudflare()
  const sqld = await startSqld()
  cloudflare.keepSecrets({
    SECRET: 'a secret for the deploy, long enough for anybody',
    SIGNING_KEYS: JSON.stringify({ keys: [makeKey(new Date())] }),
    LIBSQL_AUTH_TOKEN: sqld.token,
  })
  return {
    cloudflare,
    sqld,
    settings: {
      ...cloudflare.env,
      LIBSQL_URL: sqld.url,
      LIBSQL_AUTH_TOKEN: sqld.token,
      BASE_URL: cloudflare.site,
      CONTROLLER_NAME: 'Dalarna Science Park',
      CONTACT_EMAIL: 'data@navet.example',
      NODE_EXTRA_CA_CERTS: certificateFile,
    } as Record<string, string>,
    async close() {
      await cloudflare.close()
      await sqld.stop()
    },
  }
}
