import type { Context } from 'hono'
import { z } from 'zod'

import { urls } from '../../web/urls.ts'
import type { CodeProblem } from '../../web/pages/accounts/code-fault.tsx'
import type { App } from '../http/open-visit.ts'
import type { SignedInVisit } from '../visit.ts'
import { browserOf, markBrowser } from './browser-cookie.ts'
import { readCode } from './codes/rules.ts'
import { vouchByPasskey } from './passkeys/pass-by-passkey.ts'
import { vouchByCard } from './recovery/use-card.ts'
import { type Deed, passStepUp, type Vouched } from './step-up.ts'
import type { Ways } from './ways.ts'

/** One of the three: the digits that were mailed, what a device says of its passkey, the code of the recovery card. */
export const VouchForm = z.object({
  code: z.string().optional(),
  credential: z.string().max(40_000).optional(),
  card: z.string().optional(),
})
export type VouchForm = z.infer<typeof VouchForm>

/** Whether the form holds anything that could vouch, be it empty. */
export function isVouching({ code, credential, card }: VouchForm): boolean {
  return code !== undefined || credential !== undefined || card !== undefined
}

/** Uses what somebody shows to vouch for a deed, once, in the browser that asked. */
export async function vouch(
  c: Context<App>,
  visit: SignedInVisit,
  deed: Deed,
  { code: typed, credential, card }: VouchForm,
): Promise<Vouched | CodeProblem> {
  if (credential !== undefined) return vouchByPasskey(visit, deed, { browser: browserOf(c), credential })
  if (card !== undefined) return vouchByCard(visit, { typed: card, browser: markBrowser(c) })
  const code = readCode(typed ?? '')
  return code ? passStepUp(visit, deed, { browser: browserOf(c), code }) : { fault: 'not-six' }
}

/** Where it goes on after a deed: by the new recovery card, where the one before was used up for it. */
export function onward({ locale }: SignedInVisit, by: Vouched, next: string): string {
  return 'way' in by && by.way === 'card' ? urls.recoveryCard(locale, next) : next
}

/** The same for a deed that a press before has done. The card's page leads on by itself where there is none to show. */
export function onwardAgain({ locale }: SignedInVisit, { card }: VouchForm, next: string): string {
  return card === undefined ? next : urls.recoveryCard(locale, next)
}

/**
 * Whether an account has nothing yet that could vouch for it: no address, no passkey, and no card that its bearer said
 * to have. Then the first way in is made without: the account would else be lost with its session.
 */
export function isUnclaimed({ addresses, passkeys, card }: Ways): boolean {
  return addresses.length === 0 && passkeys.length === 0 && !card?.confirmedAt
}
