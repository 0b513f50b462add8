import type { Cell, Day, Member } from '../../worker/reports/rules.ts'
import type { LateFrame } from '../frame.ts'
import { raw } from '../html/html.ts'
import { kept } from '../html/kept.ts'

const shapes = {
  done: '<svg class="c-done" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="11" fill="currentcolor"/><path d="M6.5 12.5l4 4 7-8" fill="none" stroke="var(--ground)" stroke-width="2.75"/></svg>',
  way: '<svg class="c-way" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="10" fill="none" stroke="currentcolor" stroke-width="2"/><path d="M12 2a10 10 0 0 0 0 20z" fill="currentcolor"/></svg>',
  none: '<svg class="c-none" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="10" fill="none" stroke="currentcolor" stroke-width="2"/></svg>',
} as const

interface MemberMatrixProps {
  frame: LateFrame
  courses: { id: string; title: string }[]
  members: Member[]
}

/** People and courses, and nothing else: the one picture that manager and employee both look at. */
export function MemberMatrix({ frame, courses, members }: MemberMatrixProps) {
  const { t } = frame
  return (
    <table class="matrix" role="table">
      <caption class="vh">{t('team.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('team.member')}
          </th>
          {courses.map((course) => (
            <th role="columnheader" scope="col">
              {course.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {members.map((member) => (
          <tr role="row">
            <th role="rowheader" scope="row">
              {member.name}
              <WhichMember frame={frame} member={member} />
            </th>
            {member.cells.map((cell, i) => (
              <td role="cell" data-label={courses[i]?.title}>
                <MatrixCell frame={frame} cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What tells two of one name apart, and says who runs the company. Never an address: joining promises that. */
function WhichMember({ frame, member: { role, team, isOnBehalf, joinedDay } }: { frame: LateFrame; member: Member }) {
  const { t } = frame
  const parts = [
    role === 'member' ? undefined : t(`team.role.${role}`),
    team,
    isOnBehalf ? t('members.on-behalf') : undefined,
    joinedDay && t('members.joined', { day: shortDay(joinedDay, frame) }),
  ].filter((part) => part !== undefined)
  return parts.length > 0 ? <small>{parts.join(' · ')}</small> : null
}

function MatrixCell({ frame, cell }: { frame: LateFrame; cell: Cell }) {
  const variant = `cell ${cell.state} ${cell.doneDay} ${cell.badgeDay}`
  return kept(frame.t, variant, () => <DrawnCell frame={frame} cell={cell} />)
}

function DrawnCell({ frame, cell }: { frame: LateFrame; cell: Cell }) {
  const { t } = frame
  const { state } = cell
  if (state === 'hidden')
    return (
      <div class="cell cell--none">
        <span></span>
        <div>{t('team.state.hidden')}</div>
      </div>
    )

  const badge = cell.badgeDay
    ? t('team.badge', { day: shortDay(cell.badgeDay, frame) })
    : state === 'done'
      ? t('team.no-badge')
      : ''
  const done = cell.doneDay ? shortDay(cell.doneDay, frame) : ''
  return (
    <div class={state === 'none' && !badge ? 'cell cell--none' : 'cell'}>
      {raw(shapes[state])}
      <div>
        <b>{t(`team.state.${state}`)}</b>
        {[done, badge].filter(Boolean).map((line) => (
          <span class="cell__line">{line}</span>
        ))}
      </div>
    </div>
  )
}

const short = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
/** Made once: making a format costs a hundred times more than using it. */
const dayFormats = { sv: new Intl.DateTimeFormat('sv-SE', short), en: new Intl.DateTimeFormat('en-GB', short) }

function shortDay(day: Day, { locale, t }: LateFrame): string {
  if (day === 'unknown') return t('team.day.unknown')
  return dayFormats[locale].format(new Date(`${day}T00:00:00Z`))
}

export function MatrixLegend({ frame: { t } }: { frame: LateFrame }) {
  return (
    <ul class="legend">
      {(['done', 'way', 'none'] as const).map((state) => (
        <li>
          {raw(shapes[state])}
          {t(`team.state.${state}`)}
        </li>
      ))}
    </ul>
  )
}
