import type { Visit } from '../../visit.ts'
import { pseudonymOf } from '../../pseudonym.ts'
import type { CodePlace, CodePurpose } from './store.ts'

/** What a code is for, and the browser it was asked in by its mark; `account` where somebody is signed in. */
export interface CodeUse {
  purpose: CodePurpose
  subject: string
  browser: string
  account?: string
}

export async function placeOf(
  { settings }: Visit,
  { purpose, subject, browser, account }: CodeUse,
): Promise<CodePlace> {
  return { purpose, subject, browser: await pseudonymOf(settings.SECRET, 'browser', browser), account: account ?? null }
}

/** Keyed and bound to its place: a code moved to another browser, account or purpose in the database fits nothing. */
export function codeHashOf({ settings }: Visit, place: CodePlace, code: string): Promise<string> {
  const { purpose, subject, browser, account } = place
  return pseudonymOf(settings.SECRET, 'code', [purpose, subject, browser, account, code].join('\n'))
}

export function linkHashOf({ settings }: Visit, secret: string): Promise<string> {
  return pseudonymOf(settings.SECRET, 'link', secret)
}
