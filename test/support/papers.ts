import type { Team } from './teams.ts'
import { type Answer, bindings, Browser } from './worker.ts'

/** The code of a paper invitation for a name, as its sheet is printed. */
export async function paperFor(team: Team, name: string): Promise<string> {
  const made = await team.owner.post(`${team.path}/papers`, { names: name })
  if (made.status !== 303) throw new Error(`no paper was made: ${made.status}`)
  const sheet = await team.owner.get(made.location!)
  return /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(sheet.text)![0].replaceAll('-', '')
}

/** Says yes to a paper invitation in a browser, having seen what is shared. */
export async function joinByPaper(
  browser: Browser,
  code: string,
  fields: Record<string, string> = {},
): Promise<Answer> {
  const page = await browser.get(`/sv/join/${code}`)
  const terms = /name="terms" value="(\d+)"/.exec(page.text)?.[1] ?? '1'
  return browser.post(`/sv/join/${code}`, { name: 'Pelle Utanmejl', accept: 'yes', terms, ...fields })
}

export function cardOn(page: Answer): string {
  return /way-card__code[\s\S]*?<strong>([0-9A-Z-]{19})<\/strong>/.exec(page.text)?.[1] ?? ''
}

/** Somebody without a mailbox, who has joined and kept the card. */
export async function unreached(team: Team, env = bindings()): Promise<{ browser: Browser; card: string }> {
  const browser = new Browser(env)
  const joined = await joinByPaper(browser, await paperFor(team, `Pelle ${crypto.randomUUID().slice(0, 8)}`))
  const page = await browser.get(joined.location!)
  const made = /name="made" value="(\d+)"/.exec(page.text)![1]!
  await browser.post('/sv/me/recovery/card', { made })
  return { browser, card: cardOn(page) }
}
