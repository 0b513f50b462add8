import { Refusal } from '../refusal.ts'
import type { Visit } from '../visit.ts'
import { authOf } from './auth.ts'
import { codeSource, codesPerHour, hourMs } from './rules.ts'
import { addressIdentifier, deleteCode, recordUse, resetGuesses, selectHolder, signInIdentifier } from './store.ts'

export interface CodeWish {
  purpose: 'sign-in' | 'email-verification'
  /** The address the code will be mailed to. */
  email: string
}

/** Makes a code that takes the place of an older one, with five guesses of its own. Refuses `too-many`. */
export async function makeCode(visit: Visit, { purpose, email }: CodeWish): Promise<string> {
  const { db } = visit
  const { primary } = await countCode(visit, email)
  const identifier = purpose === 'sign-in' ? signInIdentifier(email) : addressIdentifier(email)
  await db.batch([deleteCode(db, identifier), resetGuesses(db, identifier, visit.now)])

  return authOf(visit.bindings).api.createVerificationOTP({
    body: { email: purpose === 'sign-in' ? primary : email, type: purpose },
  })
}

/** One round trip, the same whether or not the address has an account. */
async function countCode(visit: Visit, email: string): Promise<{ primary: string }> {
  const { db, now } = visit
  const { source, most } = codeSource(visit.settings.ON_CLOUDFLARE, visit.headers.get('cf-connecting-ip'))
  const [[ofAddress], [ofSource], [holder]] = await db.batch([
    recordUse(db, `code to ${email}`, hourMs, now),
    recordUse(db, `code asked from ${source}`, hourMs, now),
    selectHolder(db, email),
  ])
  if ((ofAddress?.uses ?? 1) > codesPerHour.address) throw new Refusal('too-many', 'codes to this address')
  if ((ofSource?.uses ?? 1) > most) throw new Refusal('too-many', 'codes from here')

  return { primary: holder?.email ?? email }
}
