import { account, forgetOffered, forgetUnsentOf, isSignedIn } from './browser-store.ts'

const leaving = 'navet.leaving'

/** Signing out leaves nothing for the next person at this computer. */
export function noteSignOut(event: SubmitEvent): void {
  if ((event.target as HTMLFormElement).dataset.signOut === undefined) return
  forgetOffered()
  sessionStorage.setItem(leaving, account())
}

/** On the page after it: answers that never got through are dropped only when the sign-out did. */
export function finishSignOut(): void {
  const left = sessionStorage.getItem(leaving)
  if (left === null) return
  sessionStorage.removeItem(leaving)
  if (!isSignedIn()) forgetUnsentOf(left)
}
