import { eq } from 'drizzle-orm'

import { memberships } from '../../../worker/db/schema/companies.ts'
import { memberCalled } from '../company-log.ts'
import { signedIn } from '../people.ts'
import { companyForm, makeTeam, type Team } from '../teams.ts'
import { bindings, database } from '../worker.ts'
import { byOwner, keyOn, member, onMember, type Row, withCode } from './press.ts'

const db = database(bindings())
const closing: Row['press'] = ({ owner, path }) =>
  withCode(
    owner,
    { browser: owner, path: `${path}/closing`, fields: { company: 'Siljans Plåt' } },
    `${path}/closing/code`,
  )

/** The forms of those who belong to a company or run it, for pressing them twice. */
export const ofCompanies: Record<string, Row | Row[]> = {
  'POST /:l/companies/new': {
    press: async () => {
      const browser = await signedIn()
      return {
        browser,
        path: '/sv/companies/new',
        fields: { ...companyForm, key: await keyOn(browser, '/sv/companies/new') },
      }
    },
  },
  'POST /:l/companies/:company/settings': byOwner('/settings', { ...companyForm, name: 'Siljans Plåt AB' }),
  'POST /:l/companies/:company/contact': byOwner('/contact', { contactName: 'Karin Ås', contactReach: '0243-123 45' }),
  'POST /:l/companies/:company/closing': byOwner('/closing', { company: 'Siljans Plåt' }),
  'POST /:l/companies/:company/closing/code': { press: closing, takesCode: true },
  'POST /:l/companies/:company/reopening': {
    press: async (team) => {
      const { browser, path, fields } = await closing(team)
      await browser.post(path, fields)
      return { browser, path: `${team.path}/reopening`, fields: {} }
    },
  },
  'POST /:l/companies/:company/members/:member': [
    onMember('', { role: 'manager' }),
    onMember('', { role: 'member' }),
    onMember('', { name: 'Amira Öst', newTeam: 'Lager', onBehalf: 'yes' }),
    onMember('', { newTeam: 'Lager', shownTeam: '', onBehalf: 'yes', shownBehalf: 'no' }),
    {
      press: async (team) => ({
        browser: team.owner,
        path: (await member(team)).way,
        fields: { role: 'team-manager', runs: await makeTeam(team.owner, team.path), shownRole: 'member' },
      }),
    },
  ],
  'POST /:l/companies/:company/members/:member/ownership': [
    {
      press: async (team) => {
        const { way } = await member(team)
        const ask = { browser: team.owner, path: way, fields: { role: 'owner' } }
        return withCode(team.owner, ask, `${way}/ownership`, { role: 'owner' })
      },
      takesCode: true,
    },
    ...['manager', 'member'].map((role): Row => ({
      press: async (team) => {
        const { id } = await member(team)
        await db.update(memberships).set({ role: 'owner' }).where(eq(memberships.id, id))
        const way = `${team.path}/members/${await memberCalled('Anders Öst', team)}`
        const ask = { browser: team.owner, path: way, fields: { role } }
        return withCode(team.owner, ask, `${way}/ownership`, { role })
      },
      takesCode: true,
    })),
  ],
  'POST /:l/companies/:company/members/:member/removal': onMember('/removal', { link: 'yes', reason: 'left' }),
  'POST /:l/companies/:company/members/:member/restoration': {
    press: async (team) => {
      const { way } = await member(team)
      await team.owner.post(`${way}/removal`, {})
      return { browser: team.owner, path: `${way}/restoration`, fields: {} }
    },
  },
  'POST /:l/companies/:company/handover': ['owner', 'manager', 'member'].map((self) => ({
    press: async (team: Team) => {
      const path = `${team.path}/handover`
      const fields = { heir: (await member(team)).id, self }
      return withCode(team.owner, { browser: team.owner, path, fields }, path, fields)
    },
    takesCode: true,
  })),
  'POST /:l/companies/:company/teams': {
    press: async ({ owner, path }) => ({
      browser: owner,
      path: `${path}/teams`,
      fields: { name: 'Lager', key: await keyOn(owner, `${path}/teams`) },
    }),
  },
  'POST /:l/companies/:company/teams/:team': {
    press: async ({ owner, path }) => ({
      browser: owner,
      path: `${path}/teams/${await makeTeam(owner, path)}`,
      fields: { name: 'Svets' },
    }),
  },
  'POST /:l/companies/:company/teams/:team/ending': {
    press: async ({ owner, path }) => ({
      browser: owner,
      path: `${path}/teams/${await makeTeam(owner, path)}/ending`,
      fields: {},
    }),
  },
  'POST /:l/companies/:company/terms': byOwner('/terms', { share: 'some', courses: ['granska-svaret'], version: '1' }),
  'POST /:l/companies/:company/terms/answer': ['yes', 'no'].map((answer) => ({
    press: async (team: Team) => {
      const some = { share: 'some', courses: ['granska-svaret'] }
      await team.owner.post(`${team.path}/terms`, { ...some, version: '1' })
      const { browser } = await member(team)
      await team.owner.post(`${team.path}/terms`, { share: 'all', version: '2' })
      return { browser, path: `${team.path}/terms/answer`, fields: { version: '3', answer } }
    },
  })),
  'POST /:l/companies/:company/name': byOwner('/name', { name: 'Anders Väst' }),
  'POST /:l/companies/:company/shares': byOwner('/shares', {}),
  'POST /:l/companies/:company/log/files': { ...byOwner('/log/files', { format: 'csv' }), makesAnew: 'a file' },
  'POST /:l/companies/:company/departure': [
    { press: async (team) => ({ browser: (await member(team)).browser, path: `${team.path}/departure`, fields: {} }) },
    byOwner('/departure', {}),
  ],
}
