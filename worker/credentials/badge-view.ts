import type { BadgeView } from '../../web/pages/badges/badge-page.tsx'
import type { CellId } from '../courses/catalogue.ts'
import { dayInWords } from '../day.ts'
import { urls } from '../urls.ts'
import type { Visit } from '../visit.ts'
import { issuerOf } from './issuer.ts'
import { activeKey } from './signing-keys.ts'
import type { findCredential } from './store.ts'

type Found = NonNullable<Awaited<ReturnType<typeof findCredential>>>

/** The proof page's words for a stored credential: every claim that is signed, and nothing else. */
export function badgeView({ catalogue, locale, settings, learner }: Visit, award: string, found: Found): BadgeView {
  const { achievement } = found
  const course = catalogue.courses.find(({ id }) => id === found.course)
  const key = settings.SIGNING_KEYS && activeKey(settings.SIGNING_KEYS)
  const issuer = key && issuerOf(settings, key)
  return {
    award,
    name: achievement.name[locale],
    title: achievement.title[locale],
    picture: achievement.picture,
    ...placeOf(achievement.picture),
    claims: achievement.outcomes.map((outcome) => sentence(outcome[locale])),
    test: achievement.test,
    courses: achievement.courses.length,
    courseHref: course && urls.course(locale, course.id),
    version: found.version,
    alignments: achievement.alignments.map(({ framework, code, name }) => ({ framework, code, name: name[locale] })),
    holder: found.holder ?? undefined,
    hasAddress: found.emailHash !== null,
    day: dayInWords(found.day, locale),
    month: found.day.slice(0, 7),
    issuer: { name: settings.ISSUER_NAME, did: issuer?.did },
    isDemo: issuer?.isDemo ?? true,
    isSigned: found.json !== null,
    isOwn: learner?.id === found.learner,
    address: `${settings.BASE_URL}${urls.badge(locale, award)}`,
  }

  function placeOf(picture: string) {
    const cell = picture as CellId
    const area = catalogue.framework.areas.find(({ id }) => cell.startsWith(`${id}-`))
    const level = catalogue.framework.levels.find(({ id }) => cell.endsWith(`-${id}`))
    return area && level
      ? { place: { area: area.name[locale], level: level.id, levelName: level.name[locale] } }
      : { place: undefined }
  }
}

function sentence(outcome: string): string {
  return `${outcome.charAt(0).toUpperCase()}${outcome.slice(1)}.`
}
