import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { emailOTP } from 'better-auth/plugins/email-otp'

import { openRelationalDatabase } from '../db/client.ts'
import { logins, sessions, users, verifications } from '../db/schema/accounts.ts'
import { type Bindings, readSettings, type Settings } from '../env.ts'
import { codeMinutes, codeTries } from './rules.ts'

export const cacheSeconds = 5 * 60
const day = 24 * 60 * 60
export const sessionSeconds = 30 * day

export type Auth = ReturnType<typeof buildAuth>

const built = new WeakMap<Bindings, Auth>()

/** better-auth, built once per isolate. It keeps users, sessions and codes; its own HTTP routes are not mounted. */
export function authOf(bindings: Bindings): Auth {
  const known = built.get(bindings)
  if (known) return known

  const auth = buildAuth(readSettings(bindings), bindings)
  built.set(bindings, auth)
  return auth
}

/** `__Host-` binds the cookie to this host and to https; browsers refuse it on plain http. */
export function cookiePrefix(settings: Settings): string {
  return settings.BASE_URL.startsWith('https://') ? '__Host-navet' : 'navet'
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
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: codeMinutes * 60,
        allowedAttempts: codeTries,
        storeOTP: { hash: (code) => keyedHash(settings.SECRET, code) },
        // Codes are made with createVerificationOTP and mailed through the outbox (request-code.ts).
        sendVerificationOTP: async () => {
          throw new Error('codes are mailed through the outbox')
        },
      }),
    ],
  })
}

/** Keyed, because a plain hash of six digits is undone in a second by whoever reads the database. */
async function keyedHash(secret: string, code: string): Promise<string> {
  const encoder = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  const hash = await crypto.subtle.sign('HMAC', key, encoder.encode(`code ${code}`))
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
