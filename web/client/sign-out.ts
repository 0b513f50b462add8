import { account, forgetOffered, forgetUnsentOf, isSignedIn } from './browser-store.ts'

const leaving = 'navet.leaving'

/** Signing out leaves nothing for the next person at this computer. */
export function noteSignOut(event: SubmitEvent): void {
  const { signOut } = (event.target as HTMLFormElement).dataset
  if (signOut === undefined) return
  // A form that may come back, with another code asked for, forgets nothing yet.
  if (signOut !== 'when-out') forgetOffered()
  sessionStorage.setItem(leaving, account())
}

/** On the page after it: answers that never got through are dropped only when the sign-out did. */
export function finishSignOut(): void {
  const left = sessionStorage.getItem(leaving)
  if (left === null) return
  sessionStorage.removeItem(leaving)
  if (isSignedIn()) return
  forgetOffered()
  forgetUnsentOf(left)
}
