import { and, eq } from 'drizzle-orm'

import { invitations } from '../../../worker/db/schema/companies.ts'
import { idOf, send } from '../invited.ts'
import { mailTo } from '../mailed.ts'
import { askToMerge, proveOther } from '../merge-accounts.ts'
import { paperFor } from '../papers.ts'
import { signedIn, somebody } from '../people.ts'
import { companyForm, join, startTeam, type Team } from '../teams.ts'
import { bindings, Browser, database } from '../worker.ts'
import { byOwner, keyOn, type Row } from './press.ts'

const db = database(bindings())

async function askInto(team: Team): Promise<{ other: Team; way: string }> {
  const other = await startTeam({ name: 'Gamla Plåt' })
  await join(await signedIn(), other.code)
  await other.owner.post(`${other.path}/merger`, {})
  const way = /\/sv\/mergers\/[0-9A-Z]{16}/.exec((await other.owner.get(`${other.path}/merger`)).text)![0]
  return { other, way: `${way} ${idOf(team)}` }
}

/** Somebody whose company goes into the team's, with the offer to come along. */
async function offered(team: Team): Promise<Browser> {
  const { other, way } = await askInto(team)
  const [path = '', into = ''] = way.split(' ')
  const browser = await signedIn()
  await join(browser, other.code)
  await team.owner.post(path, { into })
  return browser
}

async function handedOn(team: Team): Promise<string> {
  const [made] = await db
    .select({ code: invitations.code })
    .from(invitations)
    .where(and(eq(invitations.company, idOf(team)), eq(invitations.usesLeft, 1)))
  return made!.code
}

/** The forms by which people and companies come in, for pressing them twice. */
export const waysIn: Record<string, Row | Row[]> = {
  'POST /:l/companies/:company/merger': [
    { ...byOwner('/merger', {}), makesAnew: 'a question, in the place of the one before' },
    {
      press: async ({ owner, path }) => {
        const into = await owner.post('/sv/companies/new', { ...companyForm, name: 'Nya Plåt' })
        return { browser: owner, path: `${path}/merger`, fields: { into: into.location!.split('/').at(-1)! } }
      },
    },
  ],
  'POST /:l/companies/:company/merger/withdrawal': {
    press: async ({ owner, path }) => {
      await owner.post(`${path}/merger`, {})
      return { browser: owner, path: `${path}/merger/withdrawal`, fields: {} }
    },
  },
  'POST /:l/mergers/:merger': {
    press: async (team) => {
      const [path = '', into = ''] = (await askInto(team)).way.split(' ')
      return { browser: team.owner, path, fields: { into } }
    },
  },
  'POST /:l/companies/:company/move': {
    press: async (team) => ({
      browser: await offered(team),
      path: `${team.path}/move`,
      fields: { name: 'Amira', accept: 'yes', terms: '1' },
    }),
  },
  'POST /:l/companies/:company/move/refusal': {
    press: async (team) => ({ browser: await offered(team), path: `${team.path}/move/refusal`, fields: {} }),
  },
  'POST /:l/join/:code': [
    {
      press: async ({ code }) => ({
        browser: await signedIn(),
        path: `/sv/join/${code}`,
        fields: { name: 'Amira', accept: 'yes', terms: '1' },
      }),
    },
    {
      press: async (team) => {
        const browser = new Browser()
        const path = `/sv/join/${await paperFor(team, 'Pelle')}`
        await browser.get(path)
        return { browser, path, fields: { name: 'Pelle', accept: 'yes', terms: '1' } }
      },
    },
  ],
  'POST /:l/join/:code/decline': {
    press: async (team) => ({
      browser: new Browser(),
      path: `/sv/join/${await paperFor(team, 'Pelle')}/decline`,
      fields: {},
    }),
  },
  'POST /:l/companies/:company/invitations': [
    { ...byOwner('/invitations', { for: 'team' }), makesAnew: 'a link, in the place of the one before' },
    {
      ...byOwner('/invitations', { for: 'one' }),
      makesAnew: 'a code for one more',
      leadsTo: /\/invitations\/[0-9A-Z]{16}$/,
    },
  ],
  'POST /:l/companies/:company/invitations/list': {
    press: async ({ owner, path }) => ({
      browser: owner,
      path: `${path}/invitations/list`,
      fields: { rows: `Tilda Rask, ${somebody('tilda')}`, key: await keyOn(owner, `${path}/invitations`) },
    }),
  },
  'POST /:l/companies/:company/invitations/mail': {
    press: async (team) => {
      const email = somebody('tilda')
      await send(team, email)
      return { browser: team.owner, path: `${team.path}/invitations/mail`, fields: { email } }
    },
  },
  'POST /:l/companies/:company/invitations/withdrawal': [
    {
      press: async (team) => {
        const email = somebody('tilda')
        await send(team, email)
        return { browser: team.owner, path: `${team.path}/invitations/withdrawal`, fields: { email } }
      },
    },
    {
      press: async (team) => {
        await team.owner.post(`${team.path}/invitations`, { for: 'one' })
        return {
          browser: team.owner,
          path: `${team.path}/invitations/withdrawal`,
          fields: { code: await handedOn(team) },
        }
      },
    },
  ],
  'POST /:l/companies/:company/invitations/closing': [
    byOwner('/invitations/closing', {}),
    { ...byOwner('/invitations/closing', { renew: 'yes' }), makesAnew: 'a link, in the place of the one before' },
  ],
  'POST /:l/companies/:company/papers': byOwner('/papers', { names: 'Pia\nPelle' }),
  'POST /:l/companies/:company/papers/withdrawal': {
    press: async (team) => ({
      browser: team.owner,
      path: `${team.path}/papers/withdrawal`,
      fields: { code: await paperFor(team, 'Pelle') },
    }),
  },
  'POST /:l/me/merger': {
    press: async () => ({ browser: await signedIn(), path: '/sv/me/merger', fields: { email: somebody() } }),
  },
  'POST /:l/me/merger/code': {
    press: async () => {
      const [browser, email] = [await signedIn(), somebody()]
      await signedIn(email)
      await browser.post('/sv/me/merger', { email })
      return { browser, path: '/sv/me/merger/code', fields: { email, code: (await mailTo(email)).code } }
    },
    takesCode: true,
    needsAnswer: true,
  },
  'POST /:l/me/merger/preview': {
    press: async () => {
      const [browser, email] = [await signedIn(), somebody()]
      await signedIn(email)
      await proveOther(browser, email)
      return { browser, path: '/sv/me/merger/preview', fields: { sure: 'yes' } }
    },
  },
  'POST /:l/me/merger/confirmation': {
    press: async () => {
      const browser = await signedIn()
      const email = somebody()
      await signedIn(email)
      await proveOther(browser, email)
      const to = new URL(await askToMerge(browser), 'http://navet.example').searchParams.get('to')!
      return { browser, path: '/sv/me/merger/confirmation', fields: { code: (await mailTo(to)).code } }
    },
    takesCode: true,
  },
}
