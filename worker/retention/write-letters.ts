import { dayInWords, dayOf, midnightOf } from '../../formats/day.ts'
import { translator } from '../../web/messages/translate.ts'
import { urls } from '../../web/urls.ts'
import { returnKeys, returnLinks } from '../credentials/return-badge.ts'
import { keepReturnKeys } from '../badges/store.ts'
import { inBatch } from '../db/in-batch.ts'
import { queueMailToMany } from '../mail/queue-mail.ts'
import type { Visit } from '../visit.ts'
import { daysAfter, letterDays, letterSince, perRun } from './rules.ts'
import {
  deleteVoidAbsences,
  recordAbsences,
  recordLastLetter,
  selectLastLettersDue,
  whoIsFirstWritten,
  whoIsLastWritten,
} from './store.ts'

export type Run = Pick<Visit, 'openDb' | 'settings' | 'now'>

/**
 * Begins the absence of those whom nobody has seen for too long: a letter to every address names the day on which the
 * account goes. Bounded; a batch, and what is left is the next run's.
 */
export async function writeFirstLetters({ openDb: db, settings, now }: Run): Promise<void> {
  const goesOn = dayOf(daysAfter(now, letterDays.first))
  const since = letterSince(now)
  await inBatch(db, {
    voided: deleteVoidAbsences(db, { now, letterSince: since }),
    begun: recordAbsences(db, { now, letterSince: since, goesOn, most: perRun.firstLetters }),
    written: queueMailToMany(db, {
      kind: 'absence',
      id: `absence-first-${goesOn}`,
      recipients: whoIsFirstWritten(now),
      words: { sv: wordsOf('sv', settings.BASE_URL, goesOn), en: wordsOf('en', settings.BASE_URL, goesOn) },
      locale: 'sv',
      now,
      expiresAt: midnightOf(goesOn),
    }),
  })
}

/** Writes the last letter to those who go soon, with what each needs to take published badges back afterwards. */
export async function writeLastLetters({ openDb: db, settings, now }: Run): Promise<void> {
  const soonest = dayOf(daysAfter(now, letterDays.last))
  const due = await selectLastLettersDue(db, { by: soonest, most: perRun.lastLetters })
  const letters = due.flatMap(({ learner, awards, goesOn: told }) => {
    const goesOn = told > soonest ? told : soonest
    const keys = returnKeys(awards)
    const wordsIn = (locale: 'sv' | 'en') => {
      const { subject, text } = wordsOf(locale, settings.BASE_URL, goesOn)
      return { subject, text: text + returnLinks(settings, locale, keys, 'mail.absence.badges') }
    }
    return [
      recordLastLetter(db, { learner, now, goesOn }),
      ...(keys.length === 0 ? [] : [keepReturnKeys(db, learner, keys)]),
      queueMailToMany(db, {
        kind: 'absence',
        id: `absence-last-${goesOn}`,
        recipients: whoIsLastWritten(learner, now),
        words: { sv: wordsIn('sv'), en: wordsIn('en') },
        locale: 'sv',
        now,
        expiresAt: midnightOf(goesOn),
      }),
    ]
  })
  const [first, ...others] = letters
  if (first) await db.batch([first, ...others])
}

function wordsOf(locale: 'sv' | 'en', home: string, goesOn: string): { subject: string; text: string } {
  const t = translator(locale)
  const values = { day: dayInWords(goesOn, locale), link: home + urls.signIn(locale) }
  return { subject: t('mail.absence.subject', values), text: t('mail.absence.text', values) }
}
