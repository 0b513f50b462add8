import type { Visit } from '../visit.ts'

/** Signs what awaits it once the answer is sent. What signs is loaded only then: no page needs it. */
export function signLater(visit: Visit): void {
  visit.later(
    import('./sign-awards.ts').then(({ signAwards }) => signAwards({ ...visit, db: visit.openDb }, signedAtOnce)),
  )
}

/** The visitor's own badge and what is near it; the scheduled run takes the rest. */
const signedAtOnce = 25
