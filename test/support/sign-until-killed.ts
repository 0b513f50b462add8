import { createClient } from '@libsql/client/web'
import { drizzle } from 'drizzle-orm/libsql/web'

import type { Database } from '../../worker/db/client.ts'
import { signAwards } from '../../worker/credentials/sign-awards.ts'
import { SigningKeys } from '../../worker/credentials/signing-keys.ts'

// Signs as the scheduled run does, in a process that a test may kill. Says how many when it comes to its end.
const { DB_URL = '', DB_TOKEN = '', KEYS = '' } = process.env
const db: Database = drizzle(createClient({ url: DB_URL, authToken: DB_TOKEN }))
const settings = {
  LIBSQL_URL: DB_URL,
  BASE_URL: 'https://navet.example',
  SECRET: '',
  SECRETS_BEFORE: [],
  MAIL_URL: { kind: 'outbox' } as const,
  ISSUER_NAME: 'Navet',
  TRUSTED_ISSUERS: [],
  SIGNING_KEYS: SigningKeys.parse(JSON.parse(KEYS)),
  DEMO: false,
  ON_CLOUDFLARE: false,
}
console.log(await signAwards({ db, settings, now: new Date() }))
