import { recordUse } from '../../accounts/store.ts'
import { whosOf } from '../../accounts/who.ts'
import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { heldAbout } from './held-about.ts'
import type { Held } from './held-document.ts'

const hour = 3_600_000
const mostAnHour = 20

/** Everything held about the learner, of one moment, and with a session that lives at it. `too-many` after twenty an hour. */
export async function readHeld({ db, learner, settings, now }: SignedInVisit): Promise<Held> {
  const whos = await whosOf(settings, learner.id, now)
  const { counted, ...held } = await inBatch(db, {
    counted: recordUse(db, `held of ${whos[0]}`, hour, now),
    ...heldAbout(db, { learner: learner.id, whos }),
  })
  if ((counted[0]?.uses ?? 1) > mostAnHour) throw new Refusal('too-many', 'held')
  return held
}
