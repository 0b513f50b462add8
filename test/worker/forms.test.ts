import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'

import { app } from '../../worker/app.ts'
import { addresses, users } from '../../worker/db/schema/accounts.ts'
import { awards } from '../../worker/db/schema/badges.ts'
import { memberships } from '../../worker/db/schema/companies.ts'
import { earnBadge } from '../support/earn-badge.ts'
import { answer as answerQuestion, lessonPath } from '../support/lessons.ts'
import { code, type Reader, readers } from '../support/field-readers.ts'
import { mailTo } from '../support/mailed.ts'
import { proveOther } from '../support/merge-accounts.ts'
import { type FoundForm, formsIn, type PageField, wouldSend } from '../support/page-forms.ts'
import { signedIn, somebody } from '../support/people.ts'
import { companyForm, join, makeTeam, startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

/** POST routes whose forms have nothing that is typed, or that are met elsewhere. A new route is looked at, then named here. */
const notTyped = [
  // The badge test's own form, sent by its other button, and the page that asks before it is handed in.
  '/:l{(?:sv|en)}/courses/:course/badge/attempts/:attempt/hand-in',
  '/:l{(?:sv|en)}/courses/:course/badge/attempts/:attempt/submission',
  '/:l{(?:sv|en)}/authors/remarks/:id',
  '/:l{(?:sv|en)}/badges/:award{[0-9a-f]{32}}/return/:proof{[0-9a-f]{32}}',
  '/:l{(?:sv|en)}/companies/:company/departure',
  '/:l{(?:sv|en)}/companies/:company/reopening',
  '/:l{(?:sv|en)}/companies/:company/merger',
  '/:l{(?:sv|en)}/companies/:company/merger/withdrawal',
  '/:l{(?:sv|en)}/companies/:company/move/refusal',
  '/:l{(?:sv|en)}/mergers/:merger',
  '/:l{(?:sv|en)}/companies/:company/members/:member/removal',
  '/:l{(?:sv|en)}/companies/:company/members/:member/restoration',
  '/:l{(?:sv|en)}/companies/:company/invitations/mail',
  '/:l{(?:sv|en)}/companies/:company/invitations/withdrawal',
  '/:l{(?:sv|en)}/companies/:company/shares',
  '/:l{(?:sv|en)}/companies/:company/log/files',
  // Its form is there when wider terms wait for an answer: two buttons.
  '/:l{(?:sv|en)}/companies/:company/terms/answer',
  '/:l{(?:sv|en)}/kept/:id{[0-9a-f]{32}}',
  '/:l{(?:sv|en)}/kept/:id{[0-9a-f]{32}}/disposal',
  '/:l{(?:sv|en)}/me/badges/:award{[0-9a-f]{32}}/publication',
  '/:l{(?:sv|en)}/me/held',
  '/:l{(?:sv|en)}/me/takeover',
  '/:l{(?:sv|en)}/me/ways/offer',
  '/:l{(?:sv|en)}/me/recovery',
  '/:l{(?:sv|en)}/me/recovery/card',
  '/:l{(?:sv|en)}/me/passkeys',
  '/:l{(?:sv|en)}/me/passkeys/confirmation',
  '/:l{(?:sv|en)}/me/passkeys/new',
  '/:l{(?:sv|en)}/sign-in/passkey',
  '/:l{(?:sv|en)}/companies/:company/papers/withdrawal',
  '/:l{(?:sv|en)}/me/addresses/trial',
  '/:l{(?:sv|en)}/mails/off/:token{[\\w.-]+}',
  '/:l{(?:sv|en)}/mails/off/:token{[\\w.-]+}/undo',
  '/:l{(?:sv|en)}/addresses/return/:secret{[0-9a-f]{32}}',
]

const db = database(bindings())
const found: FoundForm[] = []

beforeAll(async () => {
  const { owner, path, code: invitation } = await startTeam()
  const mail = somebody('former')
  const person = await signedIn(mail)
  await earnBadge(person, db)
  const [award] = await db
    .select({ id: awards.id, learner: users.id })
    .from(awards)
    .innerJoin(users, eq(users.id, awards.learner))
    .where(eq(users.email, mail))
  await db.insert(addresses).values({ email: `own-${mail}`, userId: award!.learner, verifiedAt: new Date() })
  const member = await signedIn()
  await join(member, invitation)
  const [other] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.company, path.split('/').at(-1)!), eq(memberships.role, 'member')))
  const [own] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.company, path.split('/').at(-1)!), eq(memberships.role, 'owner')))
  const team = await makeTeam(owner, path)
  const stranger = new Browser()
  await stranger.post('/sv/sign-in', { email: somebody() })
  const asked = await stranger.post('/sv/sign-in', { email: mail })
  const { link } = await mailTo(mail)
  const prover = await signedIn()
  const otherMail = somebody('other')
  await signedIn(otherMail)
  await proveOther(prover, otherMail)
  const attempt = (await owner.post('/sv/courses/granska-svaret/badge/attempts', {})).location!
  await answerQuestion(person, lessonPath, 'nuts-promise', 'Tiderna')
  const { path: old, owner: another, code: way } = await startTeam()
  await join(member, way)
  const into = (await another.post('/sv/companies/new', companyForm)).location!
  await another.post(`${old}/merger`, { into: into.split('/').at(-1)! })
  const pages: [Browser, string][] = [
    [person, lessonPath],
    [stranger, '/sv/sign-in'],
    [stranger, asked.location!],
    [stranger, link],
    [stranger, '/sv/courses/granska-svaret/three-questions'],
    [stranger, '/sv/courses/all-types/every-type'],
    [person, '/sv/me'],
    [person, '/sv/me/name'],
    [person, '/sv/me/addresses'],
    [person, `/sv/me/addresses/confirmation?do=add&email=x@y.example`],
    [person, `/sv/me/addresses/code?email=x@y.example`],
    [person, '/sv/me/merger'],
    [person, '/sv/me/merger/code?email=x@y.example'],
    [prover, '/sv/me/merger/preview'],
    [prover, '/sv/me/merger/confirmation'],
    [person, '/sv/me/erasure'],
    [person, '/sv/me/recovery/confirmation'],
    [stranger, '/sv/sign-in/recovery'],
    [owner, `${path}/papers`],
    [person, '/sv/me/erasure/code'],
    [person, `/sv/me/badges/${award!.id}`],
    [person, '/sv/companies?all'],
    [person, '/sv/companies/new'],
    [person, `/sv/join/${invitation}`],
    [person, '/sv/join/NOSUCHCODE'],
    [member, `${into}/move`],
    [owner, `${path}/settings`],
    [owner, `${path}/closing`],
    [owner, `${path}/closing/code`],
    [stranger, `/sv/join/${invitation}`],
    [owner, path],
    [owner, `${path}/invitations`],
    [owner, `${path}/invitations/closing`],
    [owner, `${path}/members`],
    [owner, `${path}/members?q=a`],
    [owner, `${path}/members/${other!.id}`],
    [owner, `${path}/members/${own!.id}`],
    [owner, `${path}/teams`],
    [owner, `${path}/teams/${team}/ending`],
    [owner, `${path}/terms`],
    [owner, `${path}/name`],
    [owner, `${path}/handover?heir=${other!.id}&self=owner`],
    [owner, `${path}/members/${other!.id}/ownership?role=owner`],
    [owner, '/sv/courses/granska-svaret/badge'],
    [owner, attempt],
    [person, '/sv/courses/all-types/badge'],
  ]
  const typedAttempt = (await person.post('/sv/courses/all-types/badge/attempts', {})).location
  if (typedAttempt) pages.push([person, typedAttempt])
  for (const [browser, page] of pages) {
    const { text, status } = await browser.get(page)
    expect([page, [200, 404].includes(status)]).toEqual([page, true])
    found.push(...formsIn(text))
  }
}, 120_000)

function readerOf(form: FoundForm, field: PageField): Reader | undefined {
  return readers.find(([action, named]) => action.test(form.action) && named.test(field.name))?.[2]
}

test('every form of the router is among those that are looked at', () => {
  const routes = app.routes.filter(({ method, path }) => method === 'POST' && path.startsWith('/:l{'))
  const missing = [...new Set(routes.map(({ path }) => path))]
    .filter((path) => !notTyped.includes(path))
    .filter((path) => {
      const pattern = path
        .replace('/:l{(?:sv|en)}', '/sv')
        .replaceAll(/:\w+\{\[0-9a-f\]\{32\}\}/g, '[0-9a-f]{32}')
        .replaceAll(/:\w+/g, '[^/]+')
      return !found.some(({ action }) => new RegExp(`^${pattern}$`).test(action))
    })
  expect(missing).toEqual([])
})

test('of every field that is typed in it is known how the server reads it', () => {
  const unknown = found.flatMap((form) =>
    form.fields.filter((field) => !readerOf(form, field)).map(({ name: field }) => `${form.action} ${field}`),
  )
  expect([...new Set(unknown)]).toEqual([])
  expect(found.flatMap(({ fields }) => fields).length).toBeGreaterThan(12)
})

test('no form refuses what its server takes, however it is spaced, hyphenated, composed or cased', () => {
  const spoils = [' ', '\u00A0', '\u202F', '\u2003', '-', '\u2011', '\u200B', '.', '\t']
  const stricter = new Set<string>()
  for (const form of found)
    for (const field of form.fields) {
      const { takes, examples } = readerOf(form, field)!
      const typed = fc
        .tuple(fc.constantFrom(...examples), fc.array(fc.tuple(fc.nat(), fc.constantFrom(...spoils)), { maxLength: 6 }))
        .chain(([text, inserted]) => {
          const spoilt = inserted.reduce((now, [at, sign]) => {
            const place = at % (now.length + 1)
            return now.slice(0, place) + sign + now.slice(place)
          }, text)
          return fc.constantFrom(spoilt, spoilt.normalize('NFD'), spoilt.toUpperCase(), ` ${spoilt} `, `\u00A0${text}`)
        })
      const refused = fc.check(
        fc.property(typed, (text) => !takes(text) || wouldSend(form, field, text)),
        { numRuns: 300 },
      )
      const example = refused.counterexample?.[0]
      if (refused.failed)
        stricter.add(`${form.action.replace(/[0-9a-f]{32}/, '…')} ${field.name}: ${JSON.stringify(example)}`)
    }
  expect([...stricter]).toEqual([])
})

test('the comparison would see a form that is stricter than its server', () => {
  const html = '<form action="/sv/sign-in/code"><input name="code" maxlength="6" pattern="[0-9]{6}" required></form>'
  const [form] = formsIn(html)
  expect(wouldSend(form!, form!.fields[0]!, '407118')).toBe(true)
  for (const text of ['407 118', '407-118', '407\u00A0118']) {
    expect([code.takes(text), wouldSend(form!, form!.fields[0]!, text)]).toEqual([true, false])
  }
})
