import type { Frame } from '../frame.ts'
import type { Child } from '../html/html.ts'
import { Icon } from './icon.tsx'
import { neverSeen, seenByCompanies } from './seen-names.ts'

/** What a company sees, and what it never does: on the team page, before joining, and for the employee. */
export function Seen({ frame, children }: { frame: Frame; children?: Child }) {
  const { t } = frame
  return (
    <section class="seen" aria-label={t('team.seen')}>
      <div class="f-forest">
        <h2>{t('team.shows')}</h2>
        <ul>
          {seenByCompanies.map((name) => (
            <li>
              <Icon name="check" />
              {t(`team.shows.${name}`)}
            </li>
          ))}
        </ul>
      </div>
      <div class="f-falu">
        <h2>{t('team.never')}</h2>
        <ul>
          {neverSeen.map((name) => (
            <li>
              <Icon name="no" />
              {t(`team.never.${name}`)}
            </li>
          ))}
        </ul>
        {children}
      </div>
    </section>
  )
}
