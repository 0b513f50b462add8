import { setTimeout as pause } from 'node:timers/promises'

import { z } from 'zod'

import { Problem } from '../command/problem.ts'
import { workerName } from './versions.ts'

const everyMs = 1000
const answerMs = 15_000

const Readiness = z.object({
  database: z.string(),
  migrations: z.string(),
  signingKeys: z.string(),
  deployment: z.string().nullish(),
  /** The same for versions that were told the same. */
  settings: z.string().optional(),
  /** The newest migration that the build knows. */
  schema: z.number().optional(),
})

export interface Gate {
  baseUrl: string
  /** The deploy that brought the version: which one it is that must answer. */
  deployment: string
  /** Asks the version by its name, before it has traffic. */
  version?: string
  waitMs: number
  signal?: AbortSignal
}

/** Waits until a version answers, does all that it must be able to, and shows a page. Throws a Problem with what it lacks. */
export async function passGate(gate: Gate): Promise<void> {
  const until = Date.now() + gate.waitMs
  for (;;) {
    const fault = await faultOf(gate)
    if (!fault) return
    if (Date.now() > until) throw new Problem(fault)
    await pause(everyMs, undefined, { signal: gate.signal })
  }
}

const sayings: Record<string, string> = {
  'database unreachable': 'it reaches no database, or may not read it (has its secret LIBSQL_AUTH_TOKEN run out?)',
  'migrations behind': 'the database is older than it',
  'migrations contracted': 'a later version took away what it needs of the database',
  'signingKeys missing': 'none of its SIGNING_KEYS signs',
}

async function faultOf(gate: Gate): Promise<string | undefined> {
  const ready = await readReadiness(gate.baseUrl, gate)
  if (typeof ready === 'string') return ready
  if (ready.deployment !== gate.deployment)
    return `${gate.baseUrl}/readyz is answered by another version (${ready.deployment ?? 'an older one'})`
  const { database, migrations, signingKeys } = ready
  const lacking = Object.entries({ database, migrations, signingKeys }).filter(
    // Of a database that is not reached nothing else is known.
    ([, state]) => state !== 'ok' && state !== 'unknown',
  )
  if (lacking.length > 0)
    return `the version is not ready: ${lacking.map((each) => sayings[each.join(' ')] ?? each.join(' ')).join(', ')}`

  const page = await ask(`${gate.baseUrl}/sv`, gate)
  if (typeof page === 'string') return page
  const isPage = page.status === 200 && page.headers.get('content-type')?.startsWith('text/html')
  return isPage ? undefined : `the first page answers ${page.status}`
}

/** What a version says of itself, or why it says nothing. */
export async function readReadiness(
  baseUrl: string,
  asked: Pick<Gate, 'version' | 'signal'>,
): Promise<z.infer<typeof Readiness> | string> {
  const answer = await ask(`${baseUrl}/readyz`, asked)
  if (typeof answer === 'string') return answer
  const read = Readiness.safeParse(await answer.json().catch(() => undefined))
  return read.success ? read.data : `${baseUrl}/readyz answers ${answer.status}, and not as Navet does`
}

/** https://developers.cloudflare.com/workers/versions-and-deployments/version-overrides/ */
async function ask(url: string, { version, signal }: Pick<Gate, 'version' | 'signal'>): Promise<Response | string> {
  const headers = version ? { 'Cloudflare-Workers-Version-Overrides': `${workerName}="${version}"` } : {}
  const patience = AbortSignal.timeout(answerMs)
  try {
    return await fetch(url, {
      headers,
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    })
  } catch (error) {
    signal?.throwIfAborted()
    const { cause } = error as { cause?: { code?: string } }
    return `${url} does not answer${cause?.code ? ` (${cause.code})` : ''}`
  }
}
