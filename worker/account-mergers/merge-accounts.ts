import {
  endAccount,
  isEnding,
  type Merger,
  moveWaysIn,
  recordMerger,
  selectAccount,
  selectMerger,
  selectWholeUser,
} from '../accounts/account-merger/store.ts'
import { newSession } from '../accounts/open-session.ts'
import { tellAddresses } from '../accounts/tell-addresses.ts'
import { whoOf, whosOf } from '../accounts/who.ts'
import { awardWholePaths } from '../badges/award-paths.ts'
import { moveAwards } from '../badges/account-merger/store.ts'
import { randomId } from '../chance.ts'
import { keepSightsOfBoth, moveMemberships } from '../companies/account-merger/store.ts'
import { recordNewCredential } from '../credentials/record-new-credential.ts'
import { signLater } from '../credentials/sign-later.ts'
import { inBatch } from '../db/in-batch.ts'
import { dayOf } from '../../formats/day.ts'
import { moveForms } from '../kept-forms/account-merger/store.ts'
import { logEvent } from '../log.ts'
import { moveMail } from '../mail/account-merger/store.ts'
import { sendMails } from '../mail/send-mails.ts'
import { completeTogether, moveProgress } from '../progress/account-merger/store.ts'
import { haveAnsweredTogether, moveAnswersAndTests } from '../quizzes/account-merger/store.ts'
import { hoursBefore } from '../quizzes/open-attempt.ts'
import { openHours } from '../quizzes/rules.ts'
import { lateWords } from '../../web/messages/late.ts'
import type { SignedInVisit } from '../visit.ts'
import { olderOf, type Proof } from './rules.ts'

/**
 * Makes one account of two, both of which were shown to be the same person's: the older stays with all of both, the
 * other ends with its sessions. One transaction, and no way back. Every address of both is told. Gives the cookies of a
 * session of the one that stays, where it is the other one that was signed in here; `gone`, and nothing is done, where
 * one of the two is no more or has lost the address that was proven.
 */
export async function mergeAccounts(visit: SignedInVisit, proof: Proof): Promise<{ setCookies: string[] } | 'gone'> {
  const { db, learner, now } = visit
  const { mine, theirs } = await inBatch(db, {
    mine: selectAccount(db, learner.id),
    theirs: selectAccount(db, proof.account),
  })
  const [one, other] = [mine[0], theirs[0]]
  if (!one || !other || one.id === other.id) return 'gone'

  const { stays, ends } = olderOf(one, other)
  const merger = { stays: stays.id, ends: ends.id, at: now }
  const { merged, users } = await inBatch(db, await statementsOf(visit, merger, proof))
  if (merged.length === 0) return 'gone'

  logEvent(visit, 'accounts-merged', { learner: stays.id })
  visit.later(sendMails(visit))
  signLater(visit)
  return { setCookies: learner.id === ends.id && users[0] ? await newSession(visit, users[0]) : [] }
}

/** In the order in which they must run: what companies see first, the end of the account last. */
async function statementsOf(visit: SignedInVisit, merger: Merger, proof: Proof) {
  const { db, now, settings, catalogue } = visit
  const { stays, ends } = merger
  const [from, to] = [await whosOf(settings, ends, now), await whoOf(settings, stays)]
  const asked = catalogue.courses.map(({ id, version, lessons }) => ({
    id,
    version,
    lessons: lessons.map((lesson) => ({ id: lesson.id, questions: lesson.questions })),
  }))
  const paths = awardWholePaths({ db, catalogue, now }, stays)
  return {
    entered: recordMerger(db, merger, proof),
    sights: keepSightsOfBoth(db, merger),
    answers: moveAnswersAndTests(db, merger, { spare: randomId(), lapsedBefore: hoursBefore(now, openHours) }),
    progress: moveProgress(db, merger),
    together: completeTogether(db, merger, { asked, answered: haveAnsweredTogether(), day: dayOf(now) }),
    awards: moveAwards(db, merger),
    memberships: moveMemberships(db, merger),
    mail: moveMail(db, merger),
    forms: moveForms(db, merger, { from, to }),
    waysIn: moveWaysIn(db, merger),
    told: tellBoth(visit, merger),
    ended: endAccount(db, merger),
    paths: paths.map(({ statement }) => statement),
    pathCredentials: paths.map((path) => recordNewCredential(db, path)),
    merged: selectMerger(db, merger),
    users: selectWholeUser(db, stays),
  }
}

/** Once the addresses of both are those of the one that stays. */
function tellBoth(visit: SignedInVisit, merger: Merger) {
  const t = lateWords(visit.locale)
  return tellAddresses(
    { ...visit, learner: { id: merger.stays } },
    { kind: 'merged', subject: t('mail.merged.subject'), text: t('mail.merged.text'), where: isEnding(merger) },
  )
}
