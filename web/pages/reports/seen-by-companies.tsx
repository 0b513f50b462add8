import type { Member } from '../../../worker/reports/rules.ts'
import { urls } from '../../urls.ts'
import { Icon } from '../../components/icon.tsx'
import { MatrixLegend, MemberMatrix } from '../../components/member-matrix.tsx'
import type { OpenedDay } from '../../components/openings.tsx'
import type { LateFrame } from '../../frame.ts'
import { Opened } from './opened.tsx'

interface SeenByOneProps {
  frame: LateFrame
  company: { id: string; name: string }
  courses: { id: string; title: string }[]
  member: Member
  opened: OpenedDay[]
  openedKept: number
}

/** The one company that sees something: the row itself, who opened it, and what nobody sees. */
export function SeenByOne({ frame, company, courses, member, opened, openedKept }: SeenByOneProps) {
  const { t, locale } = frame
  return (
    <>
      <section class="section" aria-labelledby="sharing">
        <div class="wrap stack">
          <h2 id="sharing">{t('seen.title', { company: company.name })}</h2>
          <MatrixLegend frame={frame} />
          <MemberMatrix frame={frame} courses={courses} members={[member]} />
          <p>
            <a href={urls.seen(locale, company.id)}>{t('own.change')}</a>
          </p>
        </div>
      </section>
      <Opened frame={frame} days={opened} kept={openedKept} />
    </>
  )
}

/** The companies that see something, each with the way to exactly what it sees. */
export function SeenByCompanies({
  frame: { t, locale },
  companies,
}: {
  frame: LateFrame
  companies: { id: string; name: string }[]
}) {
  return (
    <section class="section" aria-labelledby="sharing">
      <div class="wrap stack">
        <h2 id="sharing">{t('account.privacy.sharing')}</h2>
        <p>{t('own.several')}</p>
        <ul class="files">
          {companies.map(({ id, name }) => (
            <li>
              <a href={urls.seen(locale, id)}>
                <Icon name="arrow" />
                <b>{t('seen.title', { company: name })}</b>
              </a>
            </li>
          ))}
        </ul>
        <p>{t('account.privacy.seen')}</p>
        <p>{t('account.privacy.unseen')}</p>
      </div>
    </section>
  )
}
