import { pageAssets } from 'virtual:page-assets'

import type { OwnLine } from '../../../worker/reports/own-rows/count-own-rows.ts'
import { urls } from '../../urls.ts'
import { type Operator, Responsible } from '../../components/kept.tsx'
import { Layout } from '../../components/layout.tsx'
import { OwnRows } from '../../components/own-rows.tsx'
import type { LateFrame } from '../../frame.ts'
import type { Child } from '../../html/html.ts'

interface PrivacyPageProps {
  frame: LateFrame
  /** What each company sees of the learner, from the very component its manager sees; undefined for a member of none. */
  sharing?: Child
  /** The companies the learner may leave. */
  companies: { id: string; name: string }[]
  operator: Operator
  /** What is kept, counted for the learner. */
  kept: readonly OwnLine[]
  today: string
  /** The day on which the account goes if nobody uses it from now on. */
  goesOn: string
}

/** What others see, everything as a file, what is kept for how long, and the ways out. */
export function PrivacyPage(props: PrivacyPageProps) {
  const { frame, sharing, operator, kept, today, goesOn } = props
  const { t } = frame
  return (
    <Layout frame={frame} styles={pageAssets.meStyles} title={t('account.privacy.title')} noindex>
      <main id="content" tabindex={-1}>
        <div class="section f-forest">
          <div class="wrap stack">
            <h1>{t('account.privacy.title')}</h1>
            <p class="lead">{t('account.privacy.lead')}</p>
          </div>
        </div>
        {sharing ?? (
          <section class="section" aria-labelledby="sharing">
            <div class="wrap stack">
              <h2 id="sharing">{t('account.privacy.sharing')}</h2>
              <p>{t('account.privacy.nobody')}</p>
            </div>
          </section>
        )}
        <Files frame={frame} />
        <section class="section f-sunk" aria-labelledby="kept">
          <div class="wrap stack">
            <h2 id="kept">{t('privacy.kept')}</h2>
            <p class="lead">{t('own.clocks', { day: today })}</p>
            <p class="measure">{t('privacy.goes', { day: goesOn })}</p>
            <OwnRows frame={frame} lines={kept} />
          </div>
        </section>
        <Ways {...props} />
        <section class="section f-sunk" aria-labelledby="responsible">
          <div class="wrap stack">
            <h2 id="responsible">{t('privacy.who')}</h2>
            <Responsible frame={frame} operator={operator} />
          </div>
        </section>
      </main>
    </Layout>
  )
}

/** Everything as a file: to read, or for another program. */
function Files({ frame: { t, locale } }: { frame: LateFrame }) {
  return (
    <section class="section" aria-labelledby="files">
      <div class="wrap stack">
        <h2 id="files">{t('own.title')}</h2>
        <p class="measure">{t('own.text')}</p>
        <form class="buttons" method="post" action={urls.held(locale)}>
          <button class="button" name="as" value="html">
            {t('own.html')}
          </button>
          <button class="button button--plain" name="as" value="json">
            {t('own.json')}
          </button>
        </form>
      </div>
    </section>
  )
}

/** Leaving a company, and erasing the account. */
function Ways({ frame: { t, locale }, companies }: PrivacyPageProps) {
  return (
    <section class="section" aria-labelledby="erase">
      <div class="wrap side">
        {companies.length > 0 ? (
          <div class="stack">
            <h2>{t('own.leave')}</h2>
            <p class="measure">{t('own.leave.text')}</p>
            {companies.map(({ id, name }) => (
              <p>
                <a class="button button--plain" href={urls.departure(locale, id)}>
                  {t('seen.leave.do', { company: name })}
                </a>
              </p>
            ))}
          </div>
        ) : null}
        <div class="stack">
          <h2 id="erase">{t('account.erase.title')}</h2>
          <p class="measure">{t('account.privacy.erase')}</p>
          <p>
            <a class="button button--plain" href={urls.erasure(locale)}>
              {t('account.privacy.erase.go')}
            </a>
          </p>
        </div>
      </div>
    </section>
  )
}
