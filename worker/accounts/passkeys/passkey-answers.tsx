import type { Context } from 'hono'
import { z } from 'zod'

import type { CodeProblem } from '../../../web/pages/accounts/code-fault.tsx'
import { NewPasskeyPage } from '../../../web/pages/accounts/new-passkey-page.tsx'
import { type OwnPasskey, type PasskeysProblem, PasskeysPage } from '../../../web/pages/accounts/passkeys-page.tsx'
import { SignInByPasskeyPage } from '../../../web/pages/accounts/sign-in-by-passkey-page.tsx'
import { deviceInWords } from '../../../web/pages/accounts/device-in-words.ts'
import { lateWords } from '../../../web/messages/late.ts'
import { urls } from '../../../web/urls.ts'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { readForm } from '../../http/read-form.ts'
import { showPage } from '../../http/show-page.ts'
import { atTheDoor, signedIn, type SignedInVisit } from '../../visit.ts'
import { browserOf, markBrowser } from '../browser-cookie.ts'
import { readDevice } from '../device.ts'
import { faultStatus, formProblem, problemStatus } from '../form-problem.ts'
import { SignInQuery } from '../forms.ts'
import { sendCookies } from '../send-cookies.ts'
import { askStepUp, type Deed, type Vouched } from '../step-up.ts'
import { answerStepUp } from '../step-up-view.tsx'
import { isUnclaimed, onward, vouch, VouchForm } from '../vouch.ts'
import { readWays, type Ways } from '../ways.ts'
import { challengeFor, isOurs } from './challenge.ts'
import { wishToPass, wishToRegister } from './options.ts'
import { type PasskeyFault, signInByPasskey } from './pass-by-passkey.ts'
import { registerPasskey } from './register-passkey.ts'
import { relyingPartyOf } from './relying-party.ts'
import { removePasskey } from './remove-passkey.ts'

const AskForm = z.object({ remove: z.string().max(100).optional(), to: z.string().optional() })

const PasskeyDeed = z.discriminatedUnion('do', [
  z.object({ do: z.literal('add'), to: z.string().optional() }),
  z.object({ do: z.literal('remove'), id: z.string().max(100), to: z.string().optional() }),
])

type PasskeyDeed = z.infer<typeof PasskeyDeed>

const Shown = z.object({ credential: z.string().max(40_000).default('') })

const Challenged = z.object({ challenge: z.string().max(100).default('') })

export async function receivePasskeys(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { remove, to } = AskForm.parse(await readForm(c))
  const ways = await readWays(visit.db, visit.learner.id)
  if (remove === undefined) {
    if (isUnclaimed(ways)) return leadToNew(c, visit)
    return ask(c, visit, { do: 'add', to })
  }
  if (ways.passkeys.every(({ id }) => id !== remove)) return c.redirect(urls.passkeys(visit.locale), 303)
  if (isOnlyWay(ways)) return answerPasskeys(c, 'last')
  return ask(c, visit, { do: 'remove', id: remove, to })
}

export async function showConfirmation(c: Context<App>): Promise<Response> {
  signedIn(c.var.visit)
  const deed = PasskeyDeed.safeParse(c.req.query())
  if (!deed.success) return c.redirect(urls.passkeys(c.var.visit.locale), 303)
  return answerConfirmation(c, deed.data)
}

export async function receiveConfirmation(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const fields = await readForm(c)
  const deed = PasskeyDeed.parse(fields)
  const typed = VouchForm.parse(fields)
  const by = await vouch(c, visit, deedOf(deed), typed)
  if ('fault' in by) return answerConfirmation(c, deed, { typed, problem: by })
  if (deed.do === 'add') return leadToNew(c, visit, by)
  if ((await removePasskey(visit, deed.id)) === 'last') return answerPasskeys(c, 'last')
  return c.redirect(onward(visit, by, urls.passkeys(visit.locale)), 303)
}

export function showNew(c: Context<App>): Promise<Response> {
  return answerNew(c, c.req.query('challenge') ?? '')
}

export async function receiveNew(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const fields = await readForm(c)
  const { credential } = Shown.parse(fields)
  const outcome = await registerPasskey(visit, { browser: browserOf(c), credential })
  if (outcome !== 'made') return answerNew(c, Challenged.parse(fields).challenge, outcome)
  return c.redirect(urls.passkeys(visit.locale), 303)
}

export function showSignIn(c: Context<App>): Response | Promise<Response> {
  const { next } = SignInQuery.parse(c.req.query())
  return answerSignIn(c, next)
}

export async function receiveSignIn(c: Context<App>): Promise<Response> {
  const visit = atTheDoor(c.var.visit)
  const fields = await readForm(c)
  const { next } = SignInQuery.parse(fields)
  const outcome = await signInByPasskey(visit, { browser: browserOf(c), ...Shown.parse(fields) })
  if ('fault' in outcome) return answerSignIn(c, next, outcome)
  sendCookies(c, outcome.setCookies)
  return c.redirect(next ?? urls.me(visit.locale), 303)
}

/** Whoever has shown who they are gets a challenge: it is what the new passkey is made with. */
async function leadToNew(c: Context<App>, visit: SignedInVisit, by?: Vouched): Promise<Response> {
  const challenge = await challengeFor(visit, registering(visit, markBrowser(c)))
  const page = urls.newPasskey(visit.locale, challenge)
  return c.redirect(by ? onward(visit, by, page) : page, 303)
}

function registering({ learner }: SignedInVisit, browser: string) {
  return { purpose: 'register', subject: '', browser, account: learner.id } as const
}

async function ask(c: Context<App>, visit: SignedInVisit, deed: PasskeyDeed): Promise<Response> {
  try {
    const { to, isNew } = await askStepUp(visit, deedOf(deed), { browser: markBrowser(c), to: deed.to })
    return c.redirect(urls.passkeyStepUp(visit.locale, { ...deed, to, held: isNew ? undefined : '1' }), 303)
  } catch (error) {
    return answerPasskeys(c, formProblem(error))
  }
}

function deedOf(deed: PasskeyDeed): Deed {
  return deed.do === 'add' ? { purpose: 'add-passkey', subject: '' } : { purpose: 'remove-passkey', subject: deed.id }
}

/** For a kind answer; the statement itself decides it. */
function isOnlyWay({ addresses, passkeys: all, card }: Ways): boolean {
  return addresses.length === 0 && all.length === 1 && !card?.confirmedAt
}

export async function answerPasskeys(c: Context<App>, problem?: PasskeysProblem): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const ways = await readWays(visit.db, visit.learner.id)
  return showPage(
    c,
    <PasskeysPage
      frame={lateFrameOf(c, 'me')}
      passkeys={ways.passkeys.map(shown)}
      works={relyingPartyOf(visit.settings) !== undefined}
      problem={problem}
    />,
    problem ? problemStatus[problem] : 200,
  )
}

function shown({ id, name, createdAt }: Ways['passkeys'][number]): OwnPasskey {
  return { id, device: readDevice(name), madeAt: createdAt }
}

async function answerConfirmation(
  c: Context<App>,
  deed: PasskeyDeed,
  again?: { typed: VouchForm; problem: CodeProblem },
): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { locale } = visit
  const { passkeys: all } = await readWays(visit.db, visit.learner.id)
  const passkey = deed.do === 'remove' ? all.find(({ id }) => id === deed.id) : undefined
  if (deed.do === 'remove' && !passkey) return c.redirect(urls.passkeys(locale), 303)
  const id = deed.do === 'remove' ? { id: deed.id } : {}
  return answerStepUp(c, {
    deed: deedOf(deed),
    subject: passkey ? deviceInWords(lateWords(locale), readDevice(passkey.name)) : '',
    to: deed.to,
    held: c.req.query('held') === '1',
    section: 'me',
    formsFor: (to) => ({
      code: {
        action: urls.passkeyStepUp(locale, { do: deed.do, ...id, to }),
        hidden: { do: deed.do, ...id, ...(to ? { to } : {}) },
      },
      again: { action: urls.passkeys(locale), hidden: deed.do === 'remove' ? { remove: deed.id } : {} },
      back: urls.passkeys(locale),
    }),
    again,
  })
}

/** The page of a challenge that is too old, or another's, leads back to where one is given. */
async function answerNew(c: Context<App>, challenge: string, problem?: PasskeyFault): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { db, learner, locale } = visit
  const party = relyingPartyOf(visit.settings)
  const use = registering(visit, browserOf(c))
  if (!party || !(await isOurs(visit, challenge, use))) {
    return problem ? answerPasskeys(c, 'passkey-late') : c.redirect(urls.passkeys(locale), 303)
  }
  const ways = await readWays(db, learner.id)
  const name = learner.name || learner.email || 'Navet'
  const wish = wishToRegister(party, challenge, { account: learner.id, name, known: ways.passkeys })
  return showPage(
    c,
    <NewPasskeyPage frame={lateFrameOf(c, 'me')} wish={wish} challenge={challenge} problem={problem} />,
    problem ? faultStatus[problem.fault] : 200,
  )
}

async function answerSignIn(c: Context<App>, next: string | undefined, problem?: PasskeyFault): Promise<Response> {
  const visit = atTheDoor(c.var.visit)
  const wish = await wishToPass(visit, { purpose: 'sign-in', subject: '', browser: markBrowser(c) })
  return showPage(
    c,
    <SignInByPasskeyPage frame={lateFrameOf(c)} wish={wish} next={next} problem={problem} />,
    problem ? faultStatus[problem.fault] : 200,
  )
}
