import { pageAssets } from 'virtual:page-assets'

import type { Roster } from '../../../worker/companies/roster/read-roster.ts'
import type { Place } from '../../../worker/companies/roster/rules.ts'
import { urls } from '../../urls.ts'
import { CompanyNav } from '../../components/company-nav.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import type { LateFrame } from '../../frame.ts'
import { MembersFilter, type RosterAsked } from './members-filter.tsx'
import { MembersTable } from './members-table.tsx'

export interface MembersPageProps {
  frame: LateFrame
  /** `runsAll`: the viewer runs the whole company, and not some teams of it. */
  roster: Roster & { place: Place; runsAll: boolean }
  search: RosterAsked
  /** The numbers of the pages to lead to; undefined where some are left out. */
  numbers: (number | undefined)[]
  /** The member whose removal was undone just now. */
  restored: string | undefined
}

/** A company's people in words and in a list: for those who run it, or a team of it. */
export function MembersPage(props: MembersPageProps) {
  const { frame, roster } = props
  const { t, locale } = frame
  const { company, sums, runsAll } = roster
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={t('members.title')} noindex>
      <CompanyNav frame={frame} company={company} role={company.role} current="members" />
      <main id="content" tabindex={-1}>
        <div class="sum f-char">
          <div class="wrap">
            <p class="long-name">{company.name}</p>
            <h1>{t('members.count', { count: sums.members })}</h1>
            <p class="lead">{runsAll ? inWords(frame, sums) : t('members.sums.teams')}</p>
            {runsAll ? (
              <div class="acts">
                <a class="button button--birch" href={`${urls.company(locale, company.id)}#invite`}>
                  {t('members.invite')} <Icon name="arrow" />
                </a>
                <a class="button button--plain" href={urls.teams(locale, company.id)}>
                  {t('members.teams')}
                </a>
              </div>
            ) : null}
          </div>
        </div>
        <section class="section">
          <div class="wrap">
            <Removals {...props} />
            {sums.members > 5 || isNarrowed(props) ? <MembersFilter {...props} /> : null}
            <People {...props} />
          </div>
        </section>
      </main>
    </Layout>
  )
}

/** Few enough to name: what there are none of is not counted, but for managers. */
function inWords({ t }: LateFrame, { members, owners, managers, onBehalf }: Roster['sums']): string {
  const sums = t('members.sums', { owners, managers, others: members - owners - managers })
  return onBehalf > 0 ? `${sums} ${t('members.sums.on-behalf', { count: onBehalf })}` : sums
}

function isNarrowed({ search }: MembersPageProps): boolean {
  return Object.values(search).some((value) => value !== undefined)
}

function People(props: MembersPageProps) {
  const { frame, roster } = props
  const { t, locale } = frame
  if (roster.members.length > 0) {
    return (
      <>
        <MembersTable frame={frame} roster={roster} />
        <Paging {...props} />
      </>
    )
  }
  if (!isNarrowed(props)) return <p>{t('members.none.teams')}</p>
  return (
    <p role="status">
      {t('members.none')} <a href={urls.members(locale, roster.company.id)}>{t('members.none.all')}</a>
    </p>
  )
}

/** Who was removed, with the way back; and who has come back by it. */
function Removals({ frame: { t, locale }, roster, restored }: MembersPageProps) {
  const back = roster.members.find((member) => member.id === restored)
  return (
    <>
      {restored ? (
        <Notice title={back ? t('members.restored', { name: back.name }) : t('members.restored.other')} />
      ) : null}
      {roster.removed.map(({ id, name }) => (
        <Notice title={t('members.removed', { name })}>
          <p>{t('members.removed.text', { name })}</p>
          <form class="acts" method="post" action={urls.restoration(locale, roster.company.id, id)}>
            <button class="button button--plain button--small">{t('members.removed.undo')}</button>
          </form>
        </Notice>
      ))}
    </>
  )
}

function Paging({ frame: { t, locale }, roster, search, numbers }: MembersPageProps) {
  const { page, pages, from, to, of } = roster.place
  const at = (number: number) => urls.members(locale, roster.company.id, { ...search, page: String(number) })
  return (
    <nav class="paging" aria-label={t('members.pages')}>
      <p>
        <strong>{t('members.place', { from, to, of })}</strong> {t('members.order')}
      </p>
      {pages > 1 ? (
        <ul>
          {numbers.map((number) => (
            <li>
              {number === undefined ? (
                <span class="off">…</span>
              ) : number === page ? (
                <span aria-current="page">
                  <span class="vh">{t('members.page')} </span>
                  {String(number)}
                </span>
              ) : (
                <a href={at(number)}>
                  <span class="vh">{t('members.page')} </span>
                  {String(number)}
                </a>
              )}
            </li>
          ))}
          {page < pages ? (
            <li>
              <a href={at(page + 1)} rel="next" aria-label={t('members.next.label')}>
                {t('members.next')}
              </a>
            </li>
          ) : null}
        </ul>
      ) : null}
    </nav>
  )
}
