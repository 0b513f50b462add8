import { pageAssets } from 'virtual:page-assets'

import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { Field, Tick } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import { Seen } from '../../components/seen.tsx'
import type { Frame } from '../../frame.ts'
import { CompanyFaults } from './company-faults.tsx'
import type { CompanyFault } from './company-fault.ts'
import { Terms } from './start-company-page.tsx'

interface JoinPageProps {
  frame: Frame
  code: string
  company: string
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
  /** The code is a paper invitation's: whoever has no account gets one with the yes. */
  isPaper: boolean
}

/** Joining: first what will be shared, then the yes to it. */
export function JoinPage(props: JoinPageProps) {
  const { frame, company, courses, already, faults } = props
  const { t } = frame
  return (
    <Layout
      frame={frame}
      styles={pageAssets.companyStyles}
      title={t('join.title', { company })}
      noindex
      isFault={Object.keys(faults).length > 0}
    >
      <Door long field="forest" title={t('join.title', { company })} lead={t('join.lead')}>
        {already ? (
          <Notice title={t('join.already')}>
            <p>
              <a href={already.href}>{t('seen.team')}</a>
            </p>
          </Notice>
        ) : null}
        <div class="stack">
          <h2 class="head-s">{t('join.courses')}</h2>
          {courses ? (
            <ul>
              {courses.map((title) => (
                <li>{title}</li>
              ))}
            </ul>
          ) : (
            <p>{t('join.courses.all')}</p>
          )}
        </div>
        {props.isPaper ? <PaperNotice {...props} /> : null}
        {frame.learner || props.isPaper ? <JoinForm {...props} /> : <SignInFirst {...props} />}
      </Door>
    </Layout>
  )
}

const labels = { name: 'company.display-name', accept: 'company.terms' } as const

function JoinForm({ frame, code, termsVersion, earlier, isBack, typed, faults }: JoinPageProps) {
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
      {earlier.length > 0 ? (
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
      ) : null}
      <Terms frame={frame} error={error('accept')} />
      <button class="button button--wide">
        {t('join.do')} <Icon name="arrow" />
      </button>
    </form>
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

function SignInFirst({ frame, code }: JoinPageProps) {
  const { t, locale } = frame
  return (
    <>
      <Seen frame={frame} />
      <p>
        <a class="button button--wide" href={urls.signIn(locale, urls.join(locale, code))}>
          {t('join.sign-in')} <Icon name="arrow" />
        </a>
      </p>
      <p class="soft">{t('join.sign-in.text')}</p>
    </>
  )
}
