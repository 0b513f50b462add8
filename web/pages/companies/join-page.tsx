import { pageAssets } from 'virtual:page-assets'

import { urls } from '../../urls.ts'
import { Field, FieldError, Tick } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import { neverSeen, seenByCompanies } from '../../components/seen-names.ts'
import { Seen } from '../../components/seen.tsx'
import { WholeWords } from '../../components/whole-words.tsx'
import type { LateFrame } from '../../frame.ts'
import { CompanyFaults } from './company-faults.tsx'
import type { CompanyFault } from './company-fault.ts'

interface JoinPageProps {
  frame: LateFrame
  code: string
  company: string
  invitation: {
    kind: 'mail' | 'paper' | 'merge' | null
    inviter: string | null
    /** Not mailed to an address that the account of the sender does not have. */
    isForSender: boolean
    team: string | null
    onBehalf: boolean
  }
  termsVersion: number
  /** Titles of the courses that the terms name; undefined for all there are and will be. */
  courses: string[] | undefined
  /** What the learner began before, and may choose to show. */
  earlier: { id: string; title: string; seen: boolean }[]
  /** The learner belonged to this company before. */
  isBack: boolean
  typed: { name: string; earlier: string[] }
  faults: Record<string, CompanyFault>
  already: { href: string } | undefined
}

/** Joining: who invites, what will be shared and what never is; then the yes to it, and the no, which weighs as much. */
export function JoinPage(props: JoinPageProps) {
  const { frame, company, invitation, already, faults } = props
  const { t } = frame
  const { inviter } = invitation
  return (
    <Layout
      frame={frame}
      styles={pageAssets.companyStyles}
      title={t('join.title', { company })}
      noindex
      isFault={Object.keys(faults).length > 0}
    >
      <main id="content" tabindex={-1}>
        <div class="sum f-forest">
          <div class="wrap">
            <p class="long-name">{inviter ? t('join.invites', { name: inviter }) : t('join.invites.nobody')}</p>
            <h1>
              <WholeWords text={company} />
            </h1>
            <p class="lead">{t('join.lead.free')}</p>
            {already ? (
              <Notice title={t('join.already')}>
                <p>
                  <a href={already.href}>{t('seen.team')}</a>
                </p>
              </Notice>
            ) : null}
          </div>
        </div>
        <Shared {...props} />
        <section class="section">
          <div class="wrap">
            <div class="measure stack">
              <Answer {...props} />
            </div>
          </div>
        </section>
      </main>
    </Layout>
  )
}

/** Exactly what those who run the company will see, by the terms that the yes is to. */
function Shared({ frame, courses, invitation: { team, onBehalf, kind } }: JoinPageProps) {
  const { t } = frame
  const count = courses?.length ?? 0
  const which = courses
    ? t('invite.sees.courses', { count, courses: courses.join(', ') })
    : t('invite.sees.courses.all')
  return (
    <Seen
      frame={frame}
      shows={[
        ...seenByCompanies.map((name) => (name === 'courses' ? which : t(`team.shows.${name}`))),
        ...(team ? [t('join.sees.team', { team })] : []),
        ...(onBehalf ? [t('join.sees.on-behalf')] : []),
      ]}
      never={[
        ...neverSeen.map((name) => t(`team.never.${name}`)),
        // Whoever mailed an invitation knows that address.
        ...(kind === 'mail' ? [] : [t('join.never.address')]),
        ...(courses ? [t('join.never.other', { count })] : []),
      ]}
    />
  )
}

function Answer(props: JoinPageProps) {
  const { frame, already, invitation } = props
  if (invitation.kind === 'paper') {
    return (
      <>
        <PaperNotice {...props} />
        {already ? null : <JoinForm {...props} />}
      </>
    )
  }
  if (already) return null
  if (!frame.learner) return <SignInFirst {...props} />
  return invitation.isForSender ? <JoinForm {...props} /> : <ForAnother {...props} />
}

const labels = { name: 'company.display-name', accept: 'company.terms' } as const

function JoinForm(props: JoinPageProps) {
  const { frame, code, termsVersion, isBack, earlier, typed, faults } = props
  const { t, locale } = frame
  const error = (name: string) => faults[name] && t(`company.fault.${faults[name]}`)
  return (
    <form class="form" method="post" action={urls.join(locale, code)}>
      <CompanyFaults frame={frame} faults={faults} labels={labels} />
      <input type="hidden" name="terms" value={termsVersion} />
      <Field
        name="name"
        label={t('company.display-name')}
        hint={t('company.display-name.hint')}
        value={typed.name}
        error={error('name')}
        required
        autocomplete="name"
      />
      {isBack ? <Notice title={t(earlier.length > 0 ? 'join.again' : 'join.again.none')} /> : null}
      <Earlier {...props} />
      <Yes frame={frame} error={error('accept')} />
      <div class="acts">
        <button class="button">
          {t('join.do')} <Icon name="arrow" />
        </button>
        <button class="button button--plain" formaction={urls.decline(locale, code)} formnovalidate>
          {t('join.no')}
        </button>
      </div>
      <WhatNoMeans {...props} />
    </form>
  )
}

/** The yes to what stands above, on the same screen. */
function Yes({ frame: { t }, error }: { frame: LateFrame; error: string | undefined }) {
  return (
    <fieldset class="field" id="accept" {...(error ? { 'aria-describedby': 'accept-error' } : {})}>
      <legend class="field__legend">{t('company.terms')}</legend>
      <p>{t('company.terms.text')}</p>
      {error ? <FieldError name="accept" error={error} /> : null}
      <Tick name="accept" required>
        {t('company.accept')}
      </Tick>
    </fieldset>
  )
}

function Earlier({ frame: { t }, earlier, typed }: JoinPageProps) {
  if (earlier.length === 0) return null
  return (
    <fieldset class="field">
      <legend class="field__legend">{t('join.earlier')}</legend>
      <p>{t('join.earlier.text')}</p>
      <div class="options">
        {earlier.map((course) => (
          <Tick name="earlier" value={course.id} checked={typed.earlier.includes(course.id)}>
            {course.seen ? t('join.earlier.seen', { course: course.title }) : course.title}
          </Tick>
        ))}
      </div>
    </fieldset>
  )
}

/** Whose account it will be: on a shared computer somebody may be signed in already. */
function PaperNotice({ frame, code, already }: JoinPageProps) {
  const { t, locale, learner } = frame
  if (!learner)
    return (
      <Notice title={t('join.paper.title')}>
        <p>{t('join.paper.text')}</p>
        <p>
          {t('join.paper.have')} <a href={urls.signIn(locale, urls.join(locale, code))}>{t('join.paper.sign-in')}</a>
        </p>
      </Notice>
    )
  const title = learner.name ? t('join.paper.here', { name: learner.name }) : t('join.paper.here.nobody')
  return (
    <>
      <Notice title={title}>{already ? null : <p>{t('join.paper.here.text')}</p>}</Notice>
      <form method="post" action={urls.signOut(locale)} data-sign-out>
        <input type="hidden" name="next" value={urls.join(locale, code)} />
        <button class="button button--plain">{t('account.me.out')}</button>
      </form>
    </>
  )
}

function SignInFirst(props: JoinPageProps) {
  const { frame, code, invitation } = props
  const { t, locale } = frame
  return (
    <>
      <div class="acts">
        <a class="button" href={urls.signIn(locale, urls.join(locale, code))}>
          {t('join.sign-in')} <Icon name="arrow" />
        </a>
        <No frame={frame} code={code} />
      </div>
      <p class="soft measure">
        {t('join.sign-in.text')} {invitation.kind === 'mail' ? t('join.sign-in.mailed') : null}
      </p>
      <WhatNoMeans {...props} />
    </>
  )
}

/** The mail was passed on, or went to an address that the account does not have: which one is not said. */
function ForAnother(props: JoinPageProps) {
  const { frame, code } = props
  const { t, locale } = frame
  return (
    <>
      <Notice title={t('join.other.title')} alarm>
        <p>{t('join.other.text')}</p>
      </Notice>
      <p class="measure">{t('join.other.yours')}</p>
      <div class="acts">
        <a class="button" href={urls.addresses(locale)}>
          {t('join.other.add')} <Icon name="arrow" />
        </a>
        <No frame={frame} code={code} />
      </div>
      <p class="measure">{t('join.other.forwarded')}</p>
    </>
  )
}

function No({ frame: { t, locale }, code }: Pick<JoinPageProps, 'frame' | 'code'>) {
  return (
    <form method="post" action={urls.decline(locale, code)}>
      <button class="button button--plain">{t('join.no')}</button>
    </form>
  )
}

function WhatNoMeans({ frame: { t }, invitation: { kind } }: JoinPageProps) {
  return <p class="soft measure">{t(kind === null ? 'join.no.all' : 'join.no.one')}</p>
}
