import type { LateFrame } from '../frame.ts'
import type { Child } from '../html/html.ts'
import { Icon } from './icon.tsx'
import { neverSeen, seenByCompanies } from './seen-names.ts'

/** What a company sees, and what it never does: on the team page, before joining, and for the employee. */
export function Seen({
  frame: { t },
  shows = seenByCompanies.map((name) => t(`team.shows.${name}`)),
  never = neverSeen.map((name) => t(`team.never.${name}`)),
  children,
}: {
  frame: LateFrame
  /** In words, where more can be said than what holds for every company. */
  shows?: string[]
  never?: string[]
  children?: Child
}) {
  return (
    <section class="seen" aria-label={t('team.seen')}>
      <div class="f-forest">
        <h2>{t('team.shows')}</h2>
        <ul>
          {shows.map((text) => (
            <li>
              <Icon name="check" />
              {text}
            </li>
          ))}
        </ul>
      </div>
      <div class="f-falu">
        <h2>{t('team.never')}</h2>
        <ul>
          {never.map((text) => (
            <li>
              <Icon name="no" />
              {text}
            </li>
          ))}
        </ul>
        {children}
      </div>
    </section>
  )
}
