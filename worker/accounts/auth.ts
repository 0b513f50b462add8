import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { betterAuth } from 'better-auth/minimal'
import type { BetterAuthPlugin } from 'better-auth/types'
import { z } from 'zod'

import { openRelationalDatabase } from '../db/client.ts'
import { logins, sessions, users, verifications } from '../db/schema/accounts.ts'
import { type Bindings, readSettings, type Settings } from '../env.ts'
import { cacheSeconds, cookiePrefix, sessionSeconds } from './session-cookies.ts'

const day = 24 * 60 * 60

export type Auth = ReturnType<typeof buildAuth>

const built = new WeakMap<Bindings, Auth>()

/**
 * better-auth, built once per isolate. It keeps users and sessions; its own HTTP routes are not mounted. This file is
 * imported where it is called for, and not before: a quarter of the script is needed by who signs in alone.
 */
export function authOf(bindings: Bindings): Auth {
  const known = built.get(bindings)
  if (known) return known

  const auth = buildAuth(readSettings(bindings), bindings)
  built.set(bindings, auth)
  return auth
}

function buildAuth(settings: Settings, bindings: Bindings) {
  const db = openRelationalDatabase(settings, bindings)

  return betterAuth({
    baseURL: settings.BASE_URL,
    secret: settings.SECRET,
    database: drizzleAdapter(db, {
      provider: 'sqlite',
      schema: { user: users, session: sessions, account: logins, verification: verifications },
    }),
    session: {
      expiresIn: sessionSeconds,
      updateAge: day,
      // Prolonging is a write: it follows the answer (identity.ts).
      deferSessionRefresh: true,
      cookieCache: { enabled: true, maxAge: cacheSeconds },
    },
    // The origin check, the limits and the mails are ours (http/, limits, mail/): they hold across isolates.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: cookiePrefix(settings),
      useSecureCookies: false,
      defaultCookieAttributes: {
        secure: settings.BASE_URL.startsWith('https://'),
        sameSite: 'lax',
        httpOnly: true,
        path: '/',
      },
      ipAddress: { disableIpTracking: true },
      // A session and its user in one query.
      database: { joins: true },
    },
    plugins: [sessionPlugin],
  })
}

type User = typeof users.$inferSelect

/** A session for somebody whose code we have checked ourselves (sign-in.ts): better-auth keeps it and writes the cookies. */
const sessionPlugin = {
  id: 'navet-session',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ user: z.custom<User>() }) },
      async (c) => {
        const { user } = c.body
        const session = await c.context.internalAdapter.createSession(user.id)
        await setSessionCookie(c, { session, user })
        return c.json({ token: session.token })
      },
    ),
  },
} satisfies BetterAuthPlugin
