import { pageAssets } from 'virtual:page-assets'

import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'

interface CompaniesPageProps {
  frame: LateFrame
  companies: { name: string; href: string }[]
  /** Companies that were closed while the viewer owned them; `until`: they can be opened again. */
  closed?: { name: string; href: string; closedAt: Date; until: Date | undefined }[]
}

/** The way to a team: one of one's own, a new one, or a code. */
export function CompaniesPage({ frame, companies, closed = [] }: CompaniesPageProps) {
  const { t, locale } = frame
  const title = t(companies.length > 0 ? 'company.list.title' : 'company.none.title')
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={title} noindex>
      <Door field="forest" title={title} lead={t(companies.length > 0 ? 'company.list.lead' : 'company.none.lead')}>
        {companies.length > 0 ? (
          <ul class="files">
            {companies.map((company) => (
              <li>
                <a href={company.href}>
                  <Icon name="arrow" />
                  <b>{company.name}</b>
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        <p>
          <a
            class={companies.length > 0 ? 'button button--plain' : 'button button--wide'}
            href={urls.newCompany(locale)}
          >
            {t('company.start')} <Icon name="arrow" />
          </a>
        </p>
        <CodeForm frame={frame} />
        {closed.length > 0 ? <ClosedCompanies frame={frame} closed={closed} /> : null}
      </Door>
    </Layout>
  )
}

function ClosedCompanies({
  frame: { t },
  closed,
}: {
  frame: LateFrame
  closed: NonNullable<CompaniesPageProps['closed']>
}) {
  return (
    <div class="stack">
      <h2 class="head-s">{t('company.closed')}</h2>
      <ul class="files">
        {closed.map(({ name, href, closedAt, until }) => (
          <li>
            <a href={href}>
              <Icon name="arrow" />
              <span>
                <b>{name}</b>
                <br />
                {until ? t('company.closed.may', { until }) : t('company.closed.log', { closedAt })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A code that was read out or written down. */
function CodeForm({ frame }: { frame: LateFrame }) {
  const { t, locale } = frame
  return (
    <form class="form" method="get" action={urls.joinForm(locale)}>
      <Field name="code" label={t('company.join')} hint={t('company.join.code')} autocomplete="off" required />
      <button class="button button--plain">
        {t('company.join.go')} <Icon name="arrow" />
      </button>
    </form>
  )
}

/** Where a code from a poster or a paper is typed. */
export function CodePage({ frame }: { frame: LateFrame }) {
  const { t } = frame
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={t('join.code.title')} noindex>
      <Door field="forest" title={t('join.code.title')} lead={t('join.code.lead')}>
        <CodeForm frame={frame} />
      </Door>
    </Layout>
  )
}

/** A code that leads nowhere: the same words for one that was used, has expired, was replaced or never was. */
export function DeadCodePage({ frame }: { frame: LateFrame }) {
  const { t } = frame
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={t('join.dead.title')} noindex>
      <Door field="copper" title={t('join.dead.title')} lead={t('join.dead.lead')}>
        <p>{t('join.dead.do')}</p>
        <CodeForm frame={frame} />
      </Door>
    </Layout>
  )
}
