import { account, forgetAllOf, forgetOffered, isSignedIn, tabMemory } from './browser-store.ts'

const leaving = 'navet.leaving'

/** Signing out leaves nothing for the next person at this computer. */
export function noteSignOut(event: SubmitEvent): void {
  if ((event.target as HTMLFormElement).dataset.signOut === undefined) return
  forgetOffered()
  tabMemory.set(leaving, account())
}

/** On the page after it: what never got through is dropped only when the sign-out did. */
export function finishSignOut(): void {
  const left = tabMemory.get(leaving)
  if (left === null) return
  tabMemory.remove(leaving)
  if (!isSignedIn()) forgetAllOf(left)
}
