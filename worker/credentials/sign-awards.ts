import { statusListLength } from '../../formats/credentials/status-list.ts'
import { chance } from '../chance.ts'
import type { Database } from '../db/client.ts'
import type { Visit } from '../visit.ts'
import { buildCredential } from './build-credential.ts'
import { type Issuer, issuerOf } from './issuer.ts'
import { fullAt, placeCandidates, signingBatch } from './rules.ts'
import { signCredential } from './sign-credential.ts'
import { signStatusLists } from './sign-status-lists.ts'
import { activeKey, type SigningKey } from './signing-keys.ts'
import { claimStatusPlace, recordSignature, selectUnsigned } from './store.ts'

type Run = Pick<Visit, 'db' | 'settings' | 'now'>
type Unsigned = Awaited<ReturnType<typeof selectUnsigned>>[number]
type Placed = Unsigned & { statusList: number; statusIndex: number }

/**
 * Signs what awaits a signature, credentials and status lists, a batch at a time; three or four round trips each. Killed half-way, or run twice at
 * once, it stores exactly one signature for every credential: places and signatures are taken by conditions in SQL.
 * Without a key nothing is signed.
 * @returns how many were signed here
 */
export async function signAwards({ db, settings, now }: Run, most = 1000): Promise<number> {
  const key = settings.SIGNING_KEYS && activeKey(settings.SIGNING_KEYS)
  if (!key) return 0

  const issuer = issuerOf(settings, key)
  for (let signed = 0; signed < most;) {
    /* oxlint-disable no-await-in-loop -- a batch of signatures at a time, each of which must be kept before the next */
    const waiting = await placed(db, await selectUnsigned(db, Math.min(signingBatch, most - signed)))
    // The lists first: a credential whose list nobody can fetch cannot be checked.
    await signStatusLists({ db, settings, now })
    if (waiting.length === 0) return signed

    const kept = await keepSignatures(db, waiting, issuer, key)
    if (kept === 0) return signed
    signed += kept
    /* oxlint-enable no-await-in-loop */
  }
  return most
}

/** The same, all with a place in a status list. */
async function placed(db: Database, waiting: Unsigned[]): Promise<Placed[]> {
  const claims = waiting.filter((each) => !isPlaced(each)).flatMap(({ award }) => claimOf(db, award))
  const [first, ...others] = claims
  if (!first) return waiting.filter(isPlaced)

  const results = await db.batch([first, ...others, selectUnsigned(db, waiting.length)])
  return (results.at(-1) as Unsigned[]).filter(isPlaced)
}

function isPlaced(waiting: Unsigned): waiting is Placed {
  return waiting.statusList !== null && waiting.statusIndex !== null
}

function claimOf(db: Database, award: string) {
  const candidates = Array.from({ length: placeCandidates }, () => Math.floor(chance() * statusListLength))
  return claimStatusPlace(db, { award, candidates, capacity: Math.floor(statusListLength * fullAt) })
}

async function keepSignatures(db: Database, waiting: Placed[], issuer: Issuer, key: SigningKey): Promise<number> {
  const signed = waiting.map(async (facts) => {
    const { json, jwt } = await signCredential(buildCredential(facts, issuer), issuer, key)
    return { award: facts.award, issue: facts.issue, key: key.id, json, jwt }
  })
  const [first, ...others] = (await Promise.all(signed)).map((signature) => recordSignature(db, signature))
  if (!first) return 0
  const results = await db.batch([first, ...others])
  return results.reduce((sum, { rowsAffected }) => sum + rowsAffected, 0)
}
