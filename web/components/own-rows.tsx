import { dayInWords } from '../../formats/day.ts'
import type { OwnLine } from '../../worker/reports/own-rows/count-own-rows.ts'
import type { LateFrame } from '../frame.ts'

/** What is kept and for how long, as the clocks go, and what of it there is of whoever reads. */
export function OwnRows({ frame: { t, locale }, lines }: { frame: LateFrame; lines: readonly OwnLine[] }) {
  return (
    <table class="table table--cases own-rows" role="table">
      <caption class="vh">{t('own.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['what', 'kept', 'you'] as const).map((column) => (
            <th role="columnheader" scope="col">
              {t(`own.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map(({ name, numbers, said, counts, day }) => (
          <tr role="row">
            <th role="rowheader" scope="row">
              {t(`privacy.kept.${name}`)}
            </th>
            <td role="cell" data-label={t('own.kept')}>
              {t(`privacy.kept.${name}.text`, numbers)}
            </td>
            <td role="cell" data-label={t('own.you')}>
              {t(`own.${said}`, { ...counts, ...(day ? { day: dayInWords(day, locale) } : {}) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
