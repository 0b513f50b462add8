import { dayInWords } from '../../../formats/day.ts'
import type { Roster } from '../../../worker/companies/roster/read-roster.ts'
import type { RosterRow } from '../../../worker/companies/roster/store.ts'
import { urls } from '../../urls.ts'
import type { LateFrame } from '../../frame.ts'
import { listOf } from './list-of.ts'

interface MembersTableProps {
  frame: LateFrame
  roster: Roster & { runsAll: boolean }
}

/** People one under the other; two of one name differ in team, in being on our behalf, or in the day. No addresses. */
export function MembersTable({ frame, roster }: MembersTableProps) {
  const { t } = frame
  const columns = [t('members.name'), t('members.role'), t('members.team'), t('members.since')]
  return (
    <table class="table table--cases table--rows" role="table">
      <caption class="vh">{t('members.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th role="columnheader" scope="col">
              {column}
            </th>
          ))}
          <th role="columnheader" scope="col">
            <span class="vh">{t('members.do')}</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {roster.members.map((member) => (
          <Row frame={frame} roster={roster} member={member} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ frame, roster, member }: MembersTableProps & { member: RosterRow }) {
  const { t, locale } = frame
  const { id, name, team, isViewer, joinedDay } = member
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {name}
        {isViewer ? <small>{t('members.you')}</small> : null}
      </th>
      <td role="cell" data-label={t('members.role')}>
        {roleInWords(frame, member)}
      </td>
      <td role="cell" data-label={t('members.team')}>
        {team ?? '–'}
      </td>
      <td role="cell" data-label={t('members.since')}>
        {dayInWords(joinedDay, locale)}
      </td>
      <td role="cell">
        <a class="button button--plain button--small" href={urls.member(locale, roster.company.id, id)}>
          {t(roster.runsAll ? 'members.change' : 'members.open')}
          <span class="vh">
            {' '}
            {name}
            {team ? `, ${team}` : ''}
          </span>
        </a>
      </td>
    </tr>
  )
}

function roleInWords({ t, locale }: LateFrame, { role, runs, onBehalf }: RosterRow): string {
  const isKnown = role === 'owner' || role === 'manager'
  const words = isKnown
    ? t(`members.is.${role}`)
    : runs.length > 0
      ? t('members.is.team-manager', { teams: listOf(runs, locale) })
      : t('members.is.member')
  return onBehalf ? t('members.is.on-behalf', { role: words }) : words
}
