import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

import { cookiePrefix } from '../accounts/session-cookies.ts'
import { withEachSecret } from '../former-secrets.ts'
import type { App } from '../http/open-visit.ts'
import { pseudonymOf } from '../pseudonym.ts'
import { signedIn, type SignedInVisit } from '../visit.ts'
import { type Proof, proofMinutes } from './rules.ts'

/**
 * Remembers for half an hour, in this browser, that whoever is signed in has shown another account to be theirs: by a
 * code mailed to one of its addresses, or in any other way that signs in to it (`email` is empty then). It is worth
 * nothing in another account's session.
 */
export async function keepProof(c: Context<App>, proof: Proof): Promise<void> {
  const visit = signedIn(c.var.visit)
  const until = String(visit.now.getTime() + proofMinutes * 60_000)
  const parts = [proof.account, until, encodeURIComponent(proof.email)]
  setCookie(c, nameOf(visit), [...parts, await sealOf(visit, parts)].join('|'), {
    path: '/',
    maxAge: proofMinutes * 60,
    httpOnly: true,
    sameSite: 'Lax',
    secure: visit.settings.BASE_URL.startsWith('https://'),
  })
}

/** The account that was shown to be theirs; undefined when none was, or too long ago, or by somebody else. */
export async function proofIn(c: Context<App>): Promise<Proof | undefined> {
  const visit = signedIn(c.var.visit)
  const [account = '', until = '', email = '', seal = ''] = (getCookie(c, nameOf(visit)) ?? '').split('|')
  if (!/^[\w-]{1,64}$/.test(account) || !(Number(until) > visit.now.getTime())) return undefined

  const isOurs = await withEachSecret(
    visit,
    'a-day',
    async (each) => seal === (await sealOf(each, [account, until, email])),
    (fits) => !fits,
  )
  return isOurs ? { account, email: decodeURIComponent(email) } : undefined
}

export function forgetProof(c: Context<App>): void {
  const visit = signedIn(c.var.visit)
  const secure = visit.settings.BASE_URL.startsWith('https://')
  setCookie(c, nameOf(visit), '', { path: '/', maxAge: 0, httpOnly: true, sameSite: 'Lax', secure })
}

function sealOf({ settings, learner }: SignedInVisit, parts: readonly string[]): Promise<string> {
  return pseudonymOf(settings.SECRET, 'merger', [learner.id, ...parts].join('\n'))
}

function nameOf({ settings }: SignedInVisit): string {
  return `${cookiePrefix(settings)}.merger`
}
