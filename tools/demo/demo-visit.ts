import { createClient } from '@libsql/client/web'
import { drizzle } from 'drizzle-orm/libsql/web'

import type { Catalogue } from '../../formats/catalogue/catalogue.ts'
import { users } from '../../worker/db/schema/accounts.ts'
import type { SignedInVisit } from '../../worker/visit.ts'

export interface DemoTarget {
  url: string
  token: string
  secret: string
  catalogue: Catalogue
}

export type DemoWorld = ReturnType<typeof openWorld>

/** The product's own verbs, called as if these people had done all this on these days. */
export function openWorld({ url, token, secret, catalogue }: DemoTarget) {
  const client = createClient({ url, authToken: token })
  const db = drizzle(client)

  return {
    db,
    catalogue,
    close: () => client.close(),
    async makeLearner(email: string, name: string, at: Date): Promise<SignedInVisit['learner']> {
      const id = crypto.randomUUID()
      await db.insert(users).values({ id, email, name, emailVerified: true, createdAt: at, updatedAt: at })
      return { id, email, name, sessionToken: '' }
    },
    visit(learner: SignedInVisit['learner'], now: Date): SignedInVisit {
      return {
        requestId: 'demo',
        now,
        locale: 'sv',
        text: 'usual',
        settings: {
          LIBSQL_URL: url,
          LIBSQL_AUTH_TOKEN: token,
          BASE_URL: url,
          SECRET: secret,
          SECRETS_BEFORE: [],
          MAIL_URL: { kind: 'outbox' },
          ISSUER_NAME: 'Navet',
          TRUSTED_ISSUERS: [],
          DEMO: true,
          ON_CLOUDFLARE: false,
        },
        bindings: {},
        catalogue,
        db,
        openDb: db,
        trips: { count: 0 },
        learner,
        learnerUnknown: false,
        method: 'GET',
        headers: new Headers(),
        later: () => undefined,
      }
    },
  }
}
