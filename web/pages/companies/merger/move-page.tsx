import { pageAssets } from 'virtual:page-assets'

import { urls } from '../../../urls.ts'
import { Door } from '../../../components/door.tsx'
import { Field, Tick } from '../../../components/field.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Layout } from '../../../components/layout.tsx'
import type { LateFrame } from '../../../frame.ts'
import type { CompanyFault } from '../company-fault.ts'
import { CompanyFaults } from '../company-faults.tsx'
import { Terms } from '../start-company-page.tsx'

interface MovePageProps {
  frame: LateFrame
  /** The company to come along into, its terms, and the one that is being merged. */
  move: { company: string; name: string; from: string; version: number }
  /** Titles of the courses that the terms name; undefined for all there are and will be. */
  courses: string[] | undefined
  /** What the learner has begun, and may choose to show. */
  earlier: { id: string; title: string }[]
  typed: { name: string; earlier: string[] }
  faults: Record<string, CompanyFault>
}

const labels = { name: 'company.display-name', accept: 'company.terms' } as const

/** Coming along from one company into another: first what will be shared, then a yes or a no of the same weight. */
export function MovePage(props: MovePageProps) {
  const { frame, move, courses, faults } = props
  const { t } = frame
  const title = t('move.title')
  return (
    <Layout
      frame={frame}
      styles={pageAssets.companyStyles}
      title={title}
      noindex
      isFault={Object.keys(faults).length > 0}
    >
      <Door long field="forest" title={title} lead={t('move.lead', { from: move.from, company: move.name })}>
        <p>{t('move.free', { from: move.from })}</p>
        <div class="stack">
          <h2 class="head-s">{t('join.courses')}</h2>
          {courses ? (
            <ul>
              {courses.map((course) => (
                <li>{course}</li>
              ))}
            </ul>
          ) : (
            <p>{t('join.courses.all')}</p>
          )}
        </div>
        <YesForm {...props} />
        <NoForm {...props} />
      </Door>
    </Layout>
  )
}

function YesForm({ frame, move, earlier, typed, faults }: MovePageProps) {
  const { t, locale } = frame
  const error = (name: string) => faults[name] && t(`company.fault.${faults[name]}`)
  return (
    <form class="form" method="post" action={urls.move(locale, move.company)}>
      <CompanyFaults frame={frame} faults={faults} labels={labels} />
      <input type="hidden" name="terms" value={move.version} />
      <Field
        name="name"
        label={t('company.display-name')}
        hint={t('company.display-name.hint')}
        value={typed.name}
        error={error('name')}
        required
        autocomplete="name"
      />
      {earlier.length > 0 ? (
        <fieldset class="field">
          <legend class="field__legend">{t('join.earlier')}</legend>
          <p>{t('move.earlier', { company: move.name })}</p>
          <div class="options">
            {earlier.map((course) => (
              <Tick name="earlier" value={course.id} checked={typed.earlier.includes(course.id)}>
                {course.title}
              </Tick>
            ))}
          </div>
        </fieldset>
      ) : null}
      <Terms frame={frame} error={error('accept')} />
      <button class="button button--wide">
        {t('move.do', { company: move.name })} <Icon name="arrow" />
      </button>
    </form>
  )
}

function NoForm({ frame: { t, locale }, move }: MovePageProps) {
  return (
    <form class="form" method="post" action={urls.moveRefusal(locale, move.company)}>
      <button class="button button--wide button--plain">{t('move.not')}</button>
      <p class="soft">{t('move.not.text', { from: move.from })}</p>
    </form>
  )
}
