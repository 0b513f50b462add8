import { z } from 'zod'

import { SigningKeys } from './credentials/signing-keys.ts'

const Flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1')

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What the worker is told from outside. Parsed once per isolate; nothing else reads the bindings. */
const Settings = z.object({
  LIBSQL_URL: z.url(),
  LIBSQL_AUTH_TOKEN: z.string().optional(),
  BASE_URL: z.url().transform((value) => value.replace(/\/+$/, '')),
  SECRET: z.string().min(32, 'SECRET must be at least 32 characters'),
  MAIL_URL: z
    .string()
    .default('outbox:')
    .refine((url): boolean => url === 'outbox:', 'only outbox: is known so far'),
  /** JSON of SigningKeys; without it badges wait unsigned. */
  SIGNING_KEYS: z
    .string()
    .transform((text, context) => parseJson(text) ?? context.addIssue('not JSON'))
    .pipe(SigningKeys)
    .optional(),
  /** Who issues badges, in words. */
  ISSUER_NAME: z.string().min(1).default('Navet'),
  /** Who answers for the personal data, and where to write to them; the pages say so where it is not set. */
  CONTROLLER_NAME: z.string().trim().min(1).optional(),
  CONTACT_EMAIL: z.email().optional(),
  /** DIDs of other issuers whose badges our verifier says yes to, with spaces between. */
  TRUSTED_ISSUERS: z
    .string()
    .regex(/^(?:did:[a-z0-9]+:\S+\s*)*$/, 'DIDs with spaces between')
    .default('')
    .transform((text) => text.split(/\s+/).filter(Boolean)),
  /** The demo's people are there, and its database is embedded and on loopback: set by `npm start` alone. */
  DEMO: Flag,
  /** Behind Cloudflare, where CF-Connecting-IP is the client's and not somebody's claim. */
  ON_CLOUDFLARE: Flag,
  /** How many proxies of ours are in front: so many entries at the end of X-Forwarded-For are true. */
  TRUSTED_PROXY: z.coerce.number().int().min(1).max(10).optional(),
})

export type Settings = z.infer<typeof Settings>

/** The bindings as workerd hands them over. DATABASE is a way to the embedded database; without it the URL is fetched. */
export interface Bindings {
  DATABASE?: Fetcher
  [name: string]: unknown
}

const parsed = new WeakMap<Bindings, Settings>()

/** Throws a plain Error that names every wrong setting. */
export function readSettings(bindings: Bindings): Settings {
  const known = parsed.get(bindings)
  if (known) return known

  const result = Settings.safeParse(bindings)
  if (!result.success) throw new Error(`settings: ${z.prettifyError(result.error)}`)
  parsed.set(bindings, result.data)
  return result.data
}

/** Who runs this installation, as far as it was said. */
export function operatorOf({ CONTROLLER_NAME, CONTACT_EMAIL }: Settings) {
  return { controller: CONTROLLER_NAME, contact: CONTACT_EMAIL }
}
