import { type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'

import { urls } from '../../web/urls.ts'
import { course } from '../support/course-key.ts'
import { grant } from '../support/grant.ts'
import { pageSheets, unstyled } from '../support/page-styles.ts'
import { brokenWordsOn, lowContrastOn, mailTo, openBrowser, Person } from '../support/person.ts'
import { companyForm } from '../support/company-form.ts'

const browser = await openBrowser()
const owner = 'anders@siljansplat.example'
const learner = 'amira@siljansplat.example'
const l = 'sv'

/** Addresses that answer a form, or with a file, and show no page of their own. */
type NoPage =
  | 'answers'
  | 'attempts'
  | 'submission'
  | 'remarks'
  | 'remarkSettlement'
  | 'badgeFile'
  | 'certificateFile'
  | 'ownBadges'
  | 'signOut'
  | 'sessions'
  | 'takeover'
  | 'invitationList'
  | 'invitationMail'
  | 'invitationWithdrawal'
  | 'invitationResult'
  | 'invitationResultFile'
  | 'invitationsAfter'
  | 'invitationsPage'
  | 'joinByHand'
  | 'shares'
  | 'logFiles'
  | 'held'
  | 'theme'
  | 'api'
  | 'question'
  | 'addressCode'
  | 'achievement'
  | 'attempt'
  // Shown to who has proven another account: test/worker/account-merger.test.ts goes there.
  | 'accountMergerPreview'
  | 'accountMergerStepUp'
  | 'handIn'
  | 'keptForm'
  | 'keptForms'
  | 'keptFormDisposal'
  | 'invitation'
  | 'restoration'
  | 'addressTrial'
  | 'mailOn'
  | 'newPasskey'
  | 'recoveryCard'
  | 'waysOffer'
  | 'paperSheet'
  | 'paperWithdrawal'
  | 'companyContact'
  | 'mergerWithdrawal'
  | 'moveRefusal'
  | 'team'
  | 'termsAnswer'
type WithPage = Exclude<keyof typeof urls, NoPage>

interface Found {
  award: string
  company: string
  member: string
  /** The address of one. */
  receipt: string
  team: string
}

/** Who opens which page; one that is not listed does not compile. A badge, a company and a member of it are found on the way. */
function places({
  award,
  company,
  member,
  receipt,
  team,
}: Found): Record<WithPage, [who: 'out' | 'learner' | 'owner', path: string]> {
  return {
    catalogue: ['out', urls.catalogue(l)],
    course: ['out', urls.course(l, course)],
    lesson: ['out', urls.lesson(l, course, 'three-questions')],
    steps: ['out', urls.steps(l, course, 'three-questions', 'nuts-promise', 'gone', 'gone')],
    artefact: ['out', urls.artefact(l, course)],
    path: ['out', urls.path(l, 'employee')],
    starter: ['out', urls.starter(l)],
    competences: ['out', urls.competences(l)],
    badgeTest: ['learner', urls.badgeTest(l, course)],
    remarkThanks: ['out', urls.remarkThanks(l)],
    authors: ['learner', urls.authors(l)],
    status: ['learner', urls.status(l)],
    badge: ['out', urls.badge(l, award)],
    certificate: ['out', urls.certificate(l, award)],
    verify: ['out', urls.verify(l)],
    ownBadge: ['owner', urls.ownBadge(l, award)],
    signIn: ['out', urls.signIn(l)],
    signInCode: ['out', urls.signInCode(l)],
    me: ['owner', urls.me(l)],
    name: ['learner', urls.name(l)],
    privacy: ['learner', urls.privacy(l)],
    erasure: ['learner', urls.erasure(l)],
    erased: ['out', urls.erased(l)],
    erasureCode: ['learner', urls.erasureCode(l)],
    accountMerger: ['learner', urls.accountMerger(l)],
    accountMergerCode: ['learner', urls.accountMergerCode(l, { email: 'amira.privat@siljansplat.example' })],
    accountsMerged: ['learner', urls.accountsMerged(l)],
    addresses: ['learner', urls.addresses(l)],
    addressStepUp: ['learner', urls.addressStepUp(l, { do: 'add', email: 'a@b.example', to: learner })],
    recovery: ['learner', urls.recovery(l)],
    recoveryStepUp: ['learner', urls.recoveryStepUp(l)],
    passkeys: ['learner', urls.passkeys(l)],
    passkeyStepUp: ['learner', urls.passkeyStepUp(l, { do: 'add', to: learner })],
    signInByCard: ['out', urls.signInByCard(l)],
    signInByPasskey: ['out', urls.signInByPasskey(l)],
    companies: ['owner', urls.companies(l)],
    newCompany: ['owner', urls.newCompany(l)],
    company: ['owner', urls.company(l, company)],
    papers: ['owner', urls.papers(l, company)],
    companySettings: ['owner', urls.companySettings(l, company)],
    companyLog: ['owner', urls.companyLog(l, company)],
    companyInformation: ['owner', urls.companyInformation(l, company)],
    closing: ['owner', urls.closing(l, company)],
    closingCode: ['owner', urls.closingCode(l, company)],
    reopening: ['owner', urls.reopening(l, company)],
    merger: ['owner', urls.merger(l, company)],
    mergerOffer: ['owner', urls.mergerOffer(l, 'NOSUCHCODE')],
    move: ['learner', urls.move(l, company)],
    members: ['owner', urls.members(l, company)],
    invitations: ['owner', urls.invitations(l, company)],
    linkClosing: ['owner', urls.linkClosing(l, company)],
    poster: ['owner', urls.poster(l, company)],
    member: ['owner', urls.member(l, company, member)],
    handover: ['owner', urls.handover(l, company, { heir: member, self: 'owner', to: owner })],
    teams: ['owner', urls.teams(l, company)],
    teamEnding: ['owner', urls.teamEnding(l, company, team)],
    terms: ['owner', urls.terms(l, company)],
    ownName: ['learner', urls.ownName(l, company)],
    removal: ['owner', urls.removal(l, company, member)],
    ownership: ['owner', urls.ownership(l, company, member, { role: 'owner', to: owner })],
    departure: ['learner', urls.departure(l, company)],
    seen: ['learner', urls.seen(l, company)],
    joinForm: ['out', urls.joinForm(l)],
    decline: ['out', urls.decline(l, 'NOSUCHCODE')],
    receipt: ['learner', receipt],
    information: ['out', urls.information(l)],
    join: ['out', urls.join(l, 'NOSUCHCODE')],
    about: ['out', urls.about(l)],
    notice: ['out', urls.notice(l)],
    agreement: ['out', urls.agreement(l)],
    accessibility: ['out', urls.accessibility(l)],
    signInLink: ['out', urls.signInLink(l, '0'.repeat(32))],
    addressReturn: ['out', urls.addressReturn(l, '0'.repeat(32))],
    badgeReturn: ['out', urls.badgeReturn(l, '0'.repeat(32), '0'.repeat(32))],
    badgeReturned: ['out', urls.badgeReturned(l, '0'.repeat(32))],
    mailOff: ['out', urls.mailOff(l, 'gone')],
    outbox: ['out', urls.outbox()],
  }
}

let contexts: Record<'out' | 'learner' | 'owner', BrowserContext>
let found: Found

beforeAll(async () => {
  const surroundings = { locale: 'sv', width: 1280, script: true } as const
  const [out, amira, anders] = await Promise.all(
    ['out', 'amira', 'anders'].map((name) => Person.arrives(name, browser, surroundings)),
  )
  await signsIn(amira!, learner)
  await signsIn(anders!, owner)
  await grant('operator', learner)
  await anders!.page.goto(inject('baseUrl') + urls.me(l))
  const badge = await anders!.page.locator('main a[href*="/badges/"]').first().getAttribute('href')
  const award = badge!.split('/').at(-1)!
  await anders!.page.goto(inject('baseUrl') + urls.companies(l))
  const company = /companies\/([0-9a-f]+)/.exec(anders!.page.url() + (await anders!.page.content()))![1]!
  await anders!.page.goto(`${inject('baseUrl')}${urls.members(l, company)}?q=Amira`)
  const colleague = await anders!.page
    .locator('main a[href*="/members/"]', { hasText: 'Amira' })
    .first()
    .getAttribute('href')
  const member = colleague!.split('/').at(-1)!
  await anders!.page.goto(inject('baseUrl') + urls.teams(l, company))
  await anders!.page.locator('#name').fill('Lager')
  await anders!.page.locator('main form button').last().click()
  const ending = await anders!.page.locator('main a[href$="/ending"]').first().getAttribute('href')
  found = { award, company, member, receipt: await leavesACompany(amira!), team: ending!.split('/').at(-2)! }
  contexts = { out: out!.context, learner: amira!.context, owner: anders!.context }
})

afterAll(() => browser.close())

/** Starts a company, alone, and leaves it: where the receipt is. */
async function leavesACompany({ context }: Person): Promise<string> {
  const base = inject('baseUrl')
  const press = async (path: string, form: Record<string, string>) => {
    const headers = { origin: new URL(base).origin }
    const answer = await context.request.post(base + path, { form, headers, maxRedirects: 0 })
    return answer.headers().location!
  }
  return press(`${await press(urls.newCompany(l), companyForm)}/departure`, {})
}

async function signsIn({ page }: Person, email: string): Promise<void> {
  await page.goto(inject('baseUrl') + urls.signIn(l))
  await page.locator('[name="email"]').fill(email)
  await page.locator('main form button').click()
  await page.waitForURL(/sign-in\/code/)
  await page.locator('[name="code"]').fill((await mailTo(email)).code)
  await page.locator('main form button').first().click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
}

const pages = Object.keys(places({ award: '', company: '', member: '', receipt: '', team: '' })) as WithPage[]

test.each(pages)(
  'every word on %s is whole and can be read, light and dark, on a phone and on a wide screen',
  async (name) => {
    const [who, path] = places(found)[name]
    const page = await contexts[who].newPage()
    await page.goto(inject('baseUrl') + path)
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [360, 1280]) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 800 })
        expect(await lowContrastOn(page), `${path}, ${colorScheme}, ${width}`).toEqual([])
        expect(await brokenWordsOn(page), `${path}, ${width}`).toEqual([])
      }
    await page.close()
  },
)

test.each(pages)('whatever stands on %s is styled by what the page links', async (name) => {
  const [who, path] = places(found)[name]
  const page = await contexts[who].newPage()
  await page.goto(inject('baseUrl') + path, { waitUntil: 'load' })
  const { names, links } = await namesAndLinks(page)
  expect(links[0]).toMatch(/^\/assets\/index-/)
  const linked = pageSheets.filter((sheet) => links.some((link) => link.startsWith(`/assets/${sheet}-`)))
  expect(links).toHaveLength(1 + linked.length)
  expect(unstyled(new Set(names), linked)).toEqual([])
  await page.close()
})

/** Classes, and elements of our own: those that have a hyphen. */
function namesAndLinks(page: Page): Promise<{ names: string[]; links: string[] }> {
  return page.evaluate(`({
    names: [...document.querySelectorAll('*')].flatMap(({ localName, classList }) =>
      localName.includes('-') ? [localName, ...classList] : [...classList]),
    links: [...document.querySelectorAll('link[rel=stylesheet]')].map((link) => link.getAttribute('href')),
  })`)
}
