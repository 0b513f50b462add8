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
  /** Absent on one machine, and of what another program or an older build answers. */
  versionId: z.string().optional(),
  /** The same for versions that were told the same. */
  settings: z.string(),
  /** The newest migration that the build knows. */
  schema: z.number(),
})
type Readiness = z.infer<typeof Readiness>

export interface Asked {
  baseUrl: string
  /** Which one it is that must answer. */
  version: string
  /** As it must be asked before it has traffic; without, as everybody asks. */
  byName: boolean
  signal?: AbortSignal | undefined
}

export interface Gate extends Asked {
  waitMs: number
}

/**
 * Waits until a version answers, does all that it must be able to, and shows a page.
 * @returns what it says of itself
 * Throws a Problem with what it lacks.
 */
export async function passGate(gate: Gate): Promise<Readiness> {
  const until = Date.now() + gate.waitMs
  for (;;) {
    const ready = await readinessOrFault(gate)
    if (typeof ready !== 'string') return ready
    if (Date.now() > until) throw new Problem(ready)
    await pause(everyMs, undefined, { signal: gate.signal })
  }
}

const sayings: Record<string, string> = {
  'database unreachable': 'it reaches no database, or may not read it (has its secret LIBSQL_AUTH_TOKEN run out?)',
  'migrations behind': 'the database is older than it',
  'migrations contracted': 'a later version took away what it needs of the database',
  'signingKeys missing': 'none of its SIGNING_KEYS signs',
}

async function readinessOrFault(gate: Gate): Promise<Readiness | string> {
  const ready = await readReadiness(gate)
  if (typeof ready === 'string') return ready
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
  return isPage ? ready : `the first page answers ${page.status}`
}

/** What a version says of itself, or why it says nothing: what another one answers is no answer, and it may be one of the same deploy. */
export async function readReadiness(asked: Asked): Promise<Readiness | string> {
  const url = `${asked.baseUrl}/readyz`
  const answer = await ask(url, asked)
  if (typeof answer === 'string') return answer
  const read = Readiness.safeParse(await answer.json().catch(() => undefined))
  if (!read.success) return `${url} answers ${answer.status}, and not as Navet does`
  const { versionId = 'one that does not say which' } = read.data
  return versionId === asked.version ? read.data : `${url} is answered by another version (${versionId})`
}

/** https://developers.cloudflare.com/workers/versions-and-deployments/version-overrides/ */
async function ask(url: string, { version, byName, signal }: Asked): Promise<Response | string> {
  const headers = byName ? { 'Cloudflare-Workers-Version-Overrides': `${workerName}="${version}"` } : {}
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
