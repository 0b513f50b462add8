import { dayInWords } from '../../formats/day.ts'
import type { OpenerRole } from '../../worker/companies/openings/rules.ts'
import type { LateFrame } from '../frame.ts'

/** A day on which somebody opened a page with one's row, and who did. */
export interface OpenedDay {
  day: string
  by: { role: OpenerRole; name: string; team: string }[]
}

interface OpeningsProps {
  frame: LateFrame
  days: readonly OpenedDay[]
  /** How long they are kept. */
  kept: number
}

const shown = 7

/** Who opened a page on which somebody stood, day by day: the newest in sight, the others behind a press. */
export function Openings({ frame, days, kept }: OpeningsProps) {
  const { t } = frame
  if (days.length === 0) return <p>{t('opening.none', { days: kept })}</p>
  const older = days.slice(shown)
  return (
    <>
      <OpeningsTable frame={frame} days={days.slice(0, shown)} />
      {older.length > 0 ? (
        <details class="fold">
          <summary>{t('opening.older', { count: older.length })}</summary>
          <OpeningsTable frame={frame} days={older} />
        </details>
      ) : null}
    </>
  )
}

function OpeningsTable({ frame: { t, locale }, days }: { frame: LateFrame; days: readonly OpenedDay[] }) {
  return (
    <table class="table table--grid openings" role="table">
      <caption class="vh">{t('opening.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('opening.day')}
          </th>
          <th role="columnheader" scope="col">
            {t('opening.who')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {days.map(({ day, by }) => (
          <tr role="row">
            <td role="cell">{dayInWords(day, locale)}</td>
            <td role="cell">
              <ul>
                {by.map(({ role, name, team }) => (
                  <li>{t(`opening.by.${role}`, { name, team })}</li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
