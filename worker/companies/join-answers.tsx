import type { Context } from 'hono'

import { CodePage, DeadCodePage } from '../../web/pages/companies/companies-page.tsx'
import { DeclinedPage } from '../../web/pages/companies/declined-page.tsx'
import { JoinPage } from '../../web/pages/companies/join-page.tsx'
import { urls } from '../../web/urls.ts'
import { lateFrameOf } from '../http/late-frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { showPage } from '../http/show-page.ts'
import { reasonIn } from '../refusal.ts'
import { browserOf, markBrowser } from '../accounts/browser-cookie.ts'
import { readNewCard } from '../accounts/recovery/make-card.ts'
import { sendCookies } from '../accounts/send-cookies.ts'
import { atTheDoor, signedIn } from '../visit.ts'
import { faultsOf, JoinForm } from './forms.ts'
import { recordDecline } from './invitations/store.ts'
import { findInvitation, findJoined, joinCompany } from './join-company.ts'
import { joinByPaper, joinedByPaper } from './papers/join-by-paper.ts'
import { readEarlier } from './read-earlier.ts'
import { readJoinCode, seenDuring } from './rules.ts'

export function showCodeForm(c: Context<App>): Response | Promise<Response> {
  const typed = c.req.query('code')?.trim()
  const { locale } = c.var.visit
  // What can be no code goes on as it was typed: the page says so.
  const code = readJoinCode(typed ?? '') ?? typed?.slice(0, 40)
  return code ? c.redirect(urls.join(locale, code), 303) : showPage(c, <CodePage frame={lateFrameOf(c, 'team')} />)
}

export function showInvitation(c: Context<App>): Promise<Response> {
  return orDeadCode(c, () => showJoin(c))
}

export function receiveYes(c: Context<App>): Promise<Response> {
  return orDeadCode(c, async () => {
    const isUnknown = !c.var.visit.learner && !c.var.visit.learnerUnknown
    if (!isUnknown) return onceMore(c, findOwn, joinKnown)
    // A code that is none of paper asks for a sign-in.
    return (await onceMore(c, findPaper, joinUnknown)) ?? joinKnown(c)
  })
}

/**
 * A yes that was given already leads to where it led: it is looked for first, and again if the code is found dead, which
 * the other of two presses at once may have used meanwhile.
 */
async function onceMore<T>(
  c: Context<App>,
  find: (c: Context<App>) => Promise<Response | undefined>,
  work: (c: Context<App>) => Promise<T>,
): Promise<T | Response> {
  const before = await find(c)
  if (before) return before
  try {
    return await work(c)
  } catch (error) {
    const meanwhile = reasonIn(error) === 'join-code' ? await find(c) : undefined
    if (meanwhile) return meanwhile
    throw error
  }
}

async function findOwn(c: Context<App>): Promise<Response | undefined> {
  const visit = signedIn(c.var.visit)
  const company = await findJoined(visit, c.req.param('code')!)
  if (!company) return undefined
  const seen = `${urls.seen(visit.locale, company)}?joined=1`
  // Signed in by the press before, and not shown the card yet.
  const card = await readNewCard(visit, browserOf(c))
  return c.redirect(card === undefined ? seen : urls.recoveryCard(visit.locale, seen), 303)
}

async function findPaper(c: Context<App>): Promise<Response | undefined> {
  const joined = await joinedByPaper(atTheDoor(c.var.visit), c.req.param('code')!, browserOf(c))
  return joined && showCard(c, joined)
}

async function joinKnown(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const fields = await readForm(c, ['earlier'])
  const form = JoinForm.safeParse(fields)
  if (!form.success) return showJoin(c, { fields, faults: faultsOf(form.error) })

  const { code, version, isForSender } = await findInvitation(visit, c.req.param('code')!)
  if (!isForSender) return showJoin(c, { fields, faults: {} })
  const { name, terms, earlier } = form.data
  // Other terms than were on the screen need a yes of their own.
  if (terms !== version) return showJoin(c, { fields, faults: { accept: 'accept' } })

  const company = await joinCompany(visit, { code, name, termsVersion: terms, earlier })
  return c.redirect(`${urls.seen(visit.locale, company)}?joined=1`, 303)
}

/** Somebody who is signed in to nothing joins by a paper invitation; undefined where the code is none. */
async function joinUnknown(c: Context<App>): Promise<Response | undefined> {
  const visit = atTheDoor(c.var.visit)
  const { code, version, kind } = await findInvitation(visit, c.req.param('code')!)
  if (kind !== 'paper') return undefined

  const fields = await readForm(c, ['earlier'])
  const form = JoinForm.safeParse(fields)
  if (!form.success) return showJoin(c, { fields, faults: faultsOf(form.error) })
  const { name, terms } = form.data
  if (terms !== version) return showJoin(c, { fields, faults: { accept: 'accept' } })
  return showCard(c, await joinByPaper(visit, { code, name, termsVersion: terms, browser: markBrowser(c) }))
}

/** The recovery card comes first: without it there is no second time. */
function showCard(c: Context<App>, { setCookies, company }: { setCookies: string[]; company: string }): Response {
  const { locale } = c.var.visit
  sendCookies(c, setCookies)
  return c.redirect(urls.recoveryCard(locale, `${urls.seen(locale, company)}?joined=1`), 303)
}

/** A no, by whoever has the code, signed in or not: who it came from is not asked, and nobody in the company is told. */
export function receiveNo(c: Context<App>): Promise<Response> {
  return orDeadCode(c, async () => {
    const { visit } = c.var
    const { code } = await findInvitation(visit, c.req.param('code')!)
    await recordDecline(visit.db, code, visit.now)
    return c.redirect(urls.decline(visit.locale, code), 303)
  })
}

export function showDeclined(c: Context<App>): Promise<Response> {
  return orDeadCode(c, async () => {
    const { code, kind } = await findInvitation(c.var.visit, c.req.param('code')!)
    return showPage(c, <DeclinedPage frame={lateFrameOf(c, 'team')} code={code} isForOne={kind !== null} />)
  })
}

async function showJoin(
  c: Context<App>,
  again?: { fields: Record<string, string | string[]>; faults: ReturnType<typeof faultsOf> },
): Promise<Response> {
  const { visit } = c.var
  const invitation = await findInvitation(visit, c.req.param('code')!)
  const own = await readEarlier(visit)
  const titles = titlesOf(c)
  const stays = own.former.filter(({ company }) => company === invitation.company)
  const seen = seenDuring(stays, own.starts)
  const earlier = titles
    .filter(({ id }) => own.begun.includes(id))
    .map((course) => ({ ...course, seen: seen.has(course.id) }))
  const already = own.memberships.find(({ company }) => company === invitation.company)
  // The yes is pressed in this browser, which is then shown the recovery card.
  if (invitation.kind === 'paper' && !visit.learner) markBrowser(c)

  return showPage(
    c,
    <JoinPage
      frame={lateFrameOf(c, 'team')}
      code={invitation.code}
      company={invitation.name}
      invitation={invitation}
      termsVersion={invitation.version}
      courses={
        invitation.courses === 'all'
          ? undefined
          : titles.filter(({ id }) => invitation.courses.includes(id)).map(({ title }) => title)
      }
      earlier={earlier}
      isBack={stays.length > 0 && !already}
      typed={{
        name: String(again?.fields.name ?? (visit.learner?.name || invitation.invitedName || '')),
        earlier: (again?.fields.earlier ?? []) as string[],
      }}
      faults={again?.faults ?? {}}
      already={already && { href: urls.seen(visit.locale, already.company) }}
    />,
    again ? 422 : 200,
  )
}

function titlesOf(c: Context<App>): { id: string; title: string }[] {
  const { catalogue, locale } = c.var.visit
  return catalogue.courses.map(({ id, title }) => ({ id, title: title[locale] }))
}

/** Used, expired, replaced, unknown: one page, which tells none of them apart. */
async function orDeadCode(c: Context<App>, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (reasonIn(error) === 'join-code') return showPage(c, <DeadCodePage frame={lateFrameOf(c, 'team')} />, 404)
    throw error
  }
}
