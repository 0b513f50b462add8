import { signedIn, somebody } from './people.ts'
import type { Answer, Browser } from './worker.ts'
import { companyForm } from './company-form.ts'

export { companyForm }

export interface Team {
  path: string
  /** The owner's browser. */
  owner: Browser
  code: string
}

/** A company with its owner, and a code for the whole team. */
export async function startTeam(change: Partial<typeof companyForm> = {}): Promise<Team> {
  const owner = await signedIn(somebody('anders'))
  const started = await owner.post('/sv/companies/new', { ...companyForm, ...change })
  if (started.status !== 303) throw new Error(`could not start a company: ${started.status}`)
  return { path: started.location!, owner, code: await teamCode(owner, started.location!) }
}

export async function teamCode(owner: Browser, path: string): Promise<string> {
  await owner.post(`${path}/invitations`, { for: 'team' })
  return codeOn(await owner.get(`${path}/invitations`))
}

/** A part of the company, by somebody who runs it; gives its id. */
export async function makeTeam(runner: Browser, path: string, name = 'Montering'): Promise<string> {
  const made = await runner.post(`${path}/teams`, { name })
  if (made.status !== 303) throw new Error(`could not make a team: ${made.status}`)
  const page = (await runner.get(`${path}/members`)).text + (await runner.get(`${path}/teams`)).text
  const shown = new RegExp(`<b class="long-name">${name}</b>[\\s\\S]*?/teams/([0-9a-f]+)"`).exec(page)
  return shown![1]!
}

export function codeOn(page: Answer): string {
  return /\/join\/([0-9A-Z]{16})/.exec(page.text)![1]!
}

/** Joins by the code, having seen what is shared. */
export async function join(
  person: Browser,
  code: string,
  fields: Record<string, string | string[]> = {},
): Promise<Answer> {
  const page = await person.get(`/sv/join/${code}`)
  const terms = /name="terms" value="(\d+)"/.exec(page.text)?.[1] ?? '1'
  return person.post(`/sv/join/${code}`, { name: 'Amira Haddad', accept: 'yes', terms, ...fields })
}

/** The text of one member's row in the matrix. */
export function rowOf(page: Answer, name: string): string | undefined {
  const rows = page.text.match(/<tr role="row"><th role="rowheader"[\s\S]*?<\/tr>/g) ?? []
  return rows
    .find((row) => row.includes(name))
    ?.replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
}
