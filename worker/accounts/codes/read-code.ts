import type { Visit } from '../../visit.ts'
import { withEachSecret } from '../../former-secrets.ts'
import { type CodeUse, placeOf } from './code-place.ts'
import { type CodeFault, codeTries, isNone, whyNot } from './rules.ts'
import { selectCodes } from './store.ts'

/** How the code stands that this browser asked for. One round trip, none without the browser's mark. */
export async function readCodeState(visit: Visit, use: CodeUse): Promise<CodeState> {
  if (!use.browser) return { fault: 'none' }
  return withEachSecret(visit, 'a-day', (each) => readState(each, use), isNone)
}

type CodeState = { sentAt: Date; expiresAt: Date } | Exclude<CodeFault, { fault: 'wrong' }>

async function readState(visit: Visit, use: CodeUse): Promise<CodeState> {
  const [newest] = await selectCodes(visit.db, await placeOf(visit, use), '')
  const holds = newest && !newest.usedAt && newest.expiresAt > visit.now && newest.tries < codeTries
  return holds ? newest : (whyNot(newest, false, visit.now) as Exclude<CodeFault, { fault: 'wrong' }>)
}
