import { Icon } from '../../components/icon.tsx'
import type { Frame } from '../../frame.ts'

/** What a badge stands for, in the words of one language. */
export interface AchievementView {
  name: string
  /** Of the course or the path. */
  title: string
  /** The picture, with its name for who does not see it. */
  svg: string
  /** Undefined for a path. */
  place: { area: string; level: number; levelName: string } | undefined
  /** "Find …" sentences of the outcomes. */
  claims: string[]
  /** Undefined for a path, which asks for the badges of `courses` courses. */
  test: { questions: number; passMark: number; pool: number; lessons: number } | undefined
  courses: number
  version: string
  alignments: { framework: string; code: string; name: string }[]
}

/** What one credential says. */
export interface BadgeView extends AchievementView {
  award: string
  /** The name of the picture. */
  picture: string
  /** Undefined where the course is no longer there. */
  courseHref: string | undefined
  holder: string | undefined
  hasAddress: boolean
  day: string
  /** `2026-11`. */
  month: string
  issuer: { name: string; did: string | undefined }
  /** Whose badges the check in the browser says yes to. */
  issuers: string[]
  isDemo: boolean
  isSigned: boolean
  isOwn: boolean
  /** Of the proof page. */
  address: string
}

/** What the holder has shown, how it was tested, and what that does not show. */
export function Claims({ frame: { t }, badge: { claims, test, courses } }: { frame: Frame; badge: AchievementView }) {
  return (
    <div>
      <h2>{t('badge.can')}</h2>
      <ul class="claims">
        {claims.map((claim) => (
          <li>
            <Icon name="right" />
            <p>{claim}</p>
          </li>
        ))}
      </ul>
      <h3>{t('badge.how')}</h3>
      <p class="measure">{test ? t('badge.how.text', test) : t('badge.how.path', { courses })}</p>
      <h3>{t('badge.limits')}</h3>
      <p class="measure">{t('badge.limits.text')}</p>
    </div>
  )
}
