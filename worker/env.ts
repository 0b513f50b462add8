import { z } from 'zod'

import { isPublic } from './is-public.ts'
import { SigningKeys } from './credentials/signing-keys.ts'
import { readMailUrl } from './mail/mail-way.ts'
import { SecretsBefore, shortestSecret } from './secrets-before.ts'
import { WrongSettings } from './wrong-settings.ts'

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

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue(message)
  return z.NEVER
}

function readMailbox(text: string): { name: string; email: string } | undefined {
  const [, name = '', bare, bracketed] = /^(?:([^<>]*)<([^<>]+)>|([^<>]+))$/.exec(text.trim()) ?? []
  const email = z.email().safeParse((bare ?? bracketed ?? '').trim())
  return email.success ? { name: name.trim().replace(/^"(.*)"$/, '$1'), email: email.data } : undefined
}

/** What the worker is told from outside. Parsed once per isolate; nothing else reads the bindings. */
const Known = z.object({
  LIBSQL_URL: z.url(),
  LIBSQL_AUTH_TOKEN: z.string().optional(),
  /** How many may write at once, of one isolate; unset: 4 on a server elsewhere (worker/db/client.ts). */
  LIBSQL_WRITERS: z.coerce.number().int().min(1).max(64).optional(),
  BASE_URL: z
    .url({ protocol: /^https?$/, abort: true, error: 'an address of the web: https://…' })
    .refine((value): boolean => new URL(value).username === '', 'no user or password belongs in it')
    .transform((value) => value.replace(/\/+$/, '')),
  SECRET: z.string().min(shortestSecret, 'SECRET must be at least 32 characters'),
  /** What it was before, as JSON, for whoever signed in or asked for a code then: made by `npm run secret:rotate`. */
  SECRETS_BEFORE: z
    .string()
    .default('[]')
    .transform((text, context) => parseJson(text) ?? context.addIssue('not JSON'))
    .pipe(SecretsBefore),
  /** How mails leave; in words of the operator: docs/operate.md. */
  MAIL_URL: z
    .string()
    .default('outbox:')
    .transform((text, context) => {
      const way = readMailUrl(text)
      return 'fault' in way ? refuse(context, `MAIL_URL ${way.fault}`) : way
    }),
  /** Whom mails are from: an address, or `Name <address>`. */
  MAIL_FROM: z
    .string()
    .transform((text, context) => readMailbox(text) ?? refuse(context, 'MAIL_FROM is no address, nor Name <address>'))
    .optional(),
  /** The key of a mail provider's API. */
  MAIL_TOKEN: z.string().min(1).optional(),
  /** What a mail provider shows when it tells of bounces; without it nobody may. */
  MAIL_EVENTS_TOKEN: z.string().min(32, 'MAIL_EVENTS_TOKEN must be at least 32 characters').optional(),
  /** What a monitoring program shows to read /metrics; without it nobody may. */
  METRICS_TOKEN: z.string().min(32, 'METRICS_TOKEN must be at least 32 characters').optional(),
  /** What our own relay asks for; made by `npm start`. */
  MAIL_RELAY_SECRET: z.string().min(1).optional(),
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
  /** Whose machines, database and mail this installation uses, in words: shown in the privacy notice. */
  SUPPLIERS: z.string().trim().min(1).optional(),
  /** The day the controller's lawyer had read the privacy notice and the agreement; until then both say that they are templates. */
  PAPERS_READ: z.iso.date().optional(),
  /** DIDs of other issuers whose badges our verifier says yes to, with spaces between. */
  TRUSTED_ISSUERS: z
    .string()
    .regex(/^(?:did:[a-z0-9]+:\S+\s*)*$/, 'DIDs with spaces between')
    .default('')
    .transform((text) => text.split(/\s+/).filter(Boolean)),
  /** Which deploy brought this build. Not which version it is: a secret that is changed makes another one of the same deploy. */
  DEPLOYMENT: z.string().max(40).optional(),
  /** https://developers.cloudflare.com/workers/runtime-apis/bindings/version-metadata/, bound by `npm run deploy`. */
  CF_VERSION_METADATA: z.object({ id: z.string() }).optional(),
  /** The demo's people are there, and its database is embedded and on loopback: set by `npm start` alone. */
  DEMO: Flag,
  /** Behind Cloudflare, where CF-Connecting-IP is the client's and not somebody's claim. */
  ON_CLOUDFLARE: Flag,
  /** How many proxies of ours are in front: so many entries at the end of X-Forwarded-For are true. */
  TRUSTED_PROXY: z.coerce.number().int().min(1).max(10).optional(),
})

const Settings = Known.refine(
  ({ MAIL_URL, MAIL_FROM }): boolean => MAIL_URL.kind === 'outbox' || MAIL_FROM !== undefined,
  'MAIL_URL needs MAIL_FROM: the address that mails are from',
)
  .refine(
    ({ MAIL_URL, MAIL_TOKEN }): boolean => MAIL_URL.kind !== 'scaleway' || MAIL_TOKEN !== undefined,
    'MAIL_URL scaleway://… needs MAIL_TOKEN: the secret key of the API',
  )
  .refine(
    ({ BASE_URL, CONTROLLER_NAME, CONTACT_EMAIL }): boolean =>
      !isPublic(BASE_URL) || (CONTROLLER_NAME !== undefined && CONTACT_EMAIL !== undefined),
    'a public BASE_URL needs CONTROLLER_NAME and CONTACT_EMAIL: people are told who answers for their data',
  )

export type Settings = z.infer<typeof Settings>

/** The bindings as workerd hands them over. DATABASE is a way to the embedded database; without it the URL is fetched. */
export interface Bindings {
  DATABASE?: Fetcher
  /** Our relay, where MAIL_URL is `relay:`. */
  MAIL?: Fetcher
  [name: string]: unknown
}

const parsed = new WeakMap<Bindings, Settings>()

/** Throws WrongSettings, which names every wrong one. */
export function readSettings(bindings: Bindings): Settings {
  const known = parsed.get(bindings)
  if (known) return known

  const result = Settings.safeParse(bindings)
  if (!result.success) throw new WrongSettings(result.error)
  parsed.set(bindings, result.data)
  return result.data
}

/** Who runs this installation, as far as it was said. */
export function operatorOf({ CONTROLLER_NAME, CONTACT_EMAIL, SUPPLIERS, PAPERS_READ }: Settings) {
  return { controller: CONTROLLER_NAME, contact: CONTACT_EMAIL, suppliers: SUPPLIERS, papersRead: PAPERS_READ }
}
