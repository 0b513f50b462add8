import { memberCalled } from '../company-log.ts'
import { mailTo } from '../mailed.ts'
import { signedIn, somebody } from '../people.ts'
import { join, type Team } from '../teams.ts'
import type { Browser } from '../worker.ts'

type Fields = Record<string, string | string[]>

/** A press, about to be made. */
export interface Press {
  browser: Browser
  path: string
  fields: Fields
}

export interface Row {
  press: (team: Team) => Promise<Press>
  /** What every press makes anew, and why: then the log tells of each. */
  makesAnew?: string
  /** Where a later press leads, where that is not where the first did. */
  leadsTo?: RegExp
  /** Only the browser that has had the first answer knows, by its cookie, what was done. */
  needsAnswer?: true
  /** A mailed code is used a moment before its deed is done: of two at once one may be told that it does not hold. */
  takesCode?: true
}

export const byOwner = (way: string, fields: Fields): Row => ({
  press: async ({ owner, path }) => ({ browser: owner, path: path + way, fields }),
})
export const keyOn = async (browser: Browser, path: string) =>
  /name="key" value="([0-9a-f]{32})"/.exec((await browser.get(path)).text)![1]!

export async function member(team: Team, email = somebody()): Promise<{ browser: Browser; way: string; id: string }> {
  const browser = await signedIn(email)
  const name = `Amira ${crypto.randomUUID().slice(0, 8)}`
  await join(browser, team.code, { name })
  const id = await memberCalled(name, team)
  return { browser, id, way: `${team.path}/members/${id}` }
}

/** About a member, by the owner. */
export const onMember = (way: string, fields: Fields): Row => ({
  press: async (team) => ({ browser: team.owner, path: (await member(team)).way + way, fields }),
})

/** With the code that a first form has mailed. */
export async function withCode(browser: Browser, ask: Press, path: string, fields: Fields = {}): Promise<Press> {
  const asked = await browser.post(ask.path, ask.fields)
  const to = new URL(asked.location!, 'http://navet.example').searchParams.get('to')!
  return { browser, path, fields: { ...fields, code: (await mailTo(to)).code } }
}
