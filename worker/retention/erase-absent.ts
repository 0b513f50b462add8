import { dayOf } from '../../formats/day.ts'
import { translator } from '../../web/messages/translate.ts'
import { tellAddresses } from '../accounts/tell-addresses.ts'
import { whosOf } from '../accounts/who.ts'
import { keepAwards } from '../badges/store.ts'
import { returnHashes, returnKeys, returnLinks } from '../credentials/return-badge.ts'
import { forgetReissues } from '../credentials/store.ts'
import { logError } from '../log.ts'
import { erasure } from '../reports/erasure.ts'
import { absentSince, daysAfter, keptBadgeMonths, leastNoticeDays, monthsAfter, perBatch, perRun } from './rules.ts'
import { mustBeRipe, recordLapse, type Ripe, selectRipe } from './store.ts'
import type { Run } from './write-letters.ts'

type Leaving = Awaited<ReturnType<typeof selectRipe>>[number]

/**
 * Erases the accounts whose time has run out, with the statements of everybody's own erasure; published badges stay by
 * themselves. Whoever came back since, be it in the middle of it, stays. A few accounts a batch; where a batch fails,
 * each by itself, so that one keeps no other waiting.
 */
export async function eraseAbsent(run: Run): Promise<void> {
  const { now } = run
  const ripe = {
    today: dayOf(now),
    writtenBy: daysAfter(now, -leastNoticeDays),
    absentSince: absentSince(now),
  }
  const leaving = await selectRipe(run.openDb, ripe, perRun.erased)
  for (let from = 0; from < leaving.length; from += perBatch) {
    const some = leaving.slice(from, from + perBatch)
    // oxlint-disable-next-line no-await-in-loop -- a few accounts at a time: a long transaction keeps everybody waiting
    await eraseTogether(run, ripe, some).catch(() => eraseEach(run, ripe, some))
  }
}

async function eraseEach(run: Run, ripe: Ripe, some: Leaving[]): Promise<void> {
  for (const one of some) {
    // oxlint-disable-next-line no-await-in-loop -- only where they could not go together
    await eraseTogether(run, ripe, [one]).catch((error: unknown) => {
      if (!isBack(error)) logError('scheduled', 'failed-later', error)
    })
  }
}

async function eraseTogether(run: Run, ripe: Ripe, some: Leaving[]): Promise<void> {
  const statements = (await Promise.all(some.map((one) => statementsFor(run, ripe, one)))).flat()
  const [first, ...others] = statements
  if (first) await run.openDb.batch([first, ...others])
}

async function statementsFor({ openDb: db, settings, now }: Run, ripe: Ripe, { learner, locale, awards }: Leaving) {
  const t = translator(locale ?? 'sv')
  const keys = returnKeys(awards)
  const links = returnLinks(settings, locale ?? 'sv', keys, 'mail.absence.kept')
  const farewell = tellAddresses(
    { db, learner: { id: learner }, locale: locale ?? 'sv', now },
    { kind: 'erased', subject: t('mail.erased.subject'), text: t('mail.erased.absent') + links, isLast: true },
  )
  const hashes = await returnHashes(keys)
  return [
    mustBeRipe(db, learner, ripe),
    recordLapse(db, learner, now),
    forgetReissues(db, learner),
    keepAwards(db, learner, { until: monthsAfter(now, keptBadgeMonths), hashes }),
    ...erasure(db, { learner, whos: await whosOf(settings, learner, now), farewell: [farewell], now }),
  ]
}

/** The database's refusal of `mustBeRipe`, and nothing that went wrong. */
function isBack(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 8; cause = cause.cause, depth += 1) {
    if (/malformed JSON/.test(cause.message)) return true
  }
  return false
}
