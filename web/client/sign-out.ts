import { account, forgetAllOf, forgetOffered, isSignedIn, tabMemory } from './browser-store.ts'

const leaving = 'navet.leaving'

/** Signing out leaves nothing for the next person at this computer. */
export function noteSignOut(event: SubmitEvent): void {
  const { signOut } = (event.target as HTMLFormElement).dataset
  if (signOut === undefined) return
  // A form that may come back, with another code asked for, forgets nothing yet.
  if (signOut !== 'when-out') forgetOffered()
  tabMemory.set(leaving, account())
}

/** On the page after it: what never got through is dropped only when the sign-out did. */
export function finishSignOut(): void {
  const left = tabMemory.get(leaving)
  if (left === null) return
  tabMemory.remove(leaving)
  if (!isSignedIn()) forgetAllOf(left)
}
