import { pseudonymOf } from '../pseudonym.ts'
import { isLetterKind, type LetterKind } from './rules.ts'

/** What says no to one kind of letters for one account, and nothing else: it stands in the letter, and needs no sign-in. */
export async function offTokenOf(secret: string, owner: string, kind: LetterKind): Promise<string> {
  return `${owner}.${kind}.${await pseudonymOf(secret, 'off', `${owner} ${kind}`)}`
}

/** Whose letters of which kind a token says no to; undefined when it was not made here. */
export async function readOffToken(
  secret: string,
  token: string,
): Promise<{ owner: string; kind: LetterKind } | undefined> {
  const [owner = '', kind = ''] = token.split('.')
  if (!isLetterKind(kind) || token !== (await offTokenOf(secret, owner, kind))) return undefined
  return { owner, kind }
}
