import { badgePictureSvg } from '../../web/components/badge-art/named-picture.ts'
import { translator } from '../../web/messages/translate.ts'
import type { AchievementView, BadgeView } from '../../web/pages/badges/badge-parts.tsx'
import { dayInWords } from '../../formats/day.ts'
import type { Achievement } from '../db/schema/badges.ts'
import { urls } from '../../web/urls.ts'
import type { Visit } from '../visit.ts'
import { acceptedIssuers, currentIssuer, pictureName } from './issuer.ts'
import type { findCredential } from './store.ts'

type Found = NonNullable<Awaited<ReturnType<typeof findCredential>>>

/** The proof page's words for a stored credential: every claim that is signed, and nothing else. */
export function badgeView(visit: Visit, award: string, found: Found): BadgeView {
  const { catalogue, locale, settings, learner } = visit
  const course = catalogue.courses.find(({ id }) => id === found.course)
  const issuer = currentIssuer(settings)
  return {
    ...achievementView(visit, found),
    award,
    picture: pictureName(settings, found.achievement.picture),
    courseHref: course && urls.course(locale, course.id),
    holder: found.holder ?? undefined,
    hasAddress: found.emailHash !== null,
    day: dayInWords(found.day, locale),
    month: found.day.slice(0, 7),
    issuer: { name: settings.ISSUER_NAME, did: issuer?.did },
    issuers: acceptedIssuers(settings),
    isDemo: issuer?.isDemo ?? true,
    isSigned: found.json !== null,
    isOwn: learner?.id === found.learner,
    address: `${settings.BASE_URL}${urls.badge(locale, award)}`,
  }
}

/** What a badge stands for, in the visit's language. */
export function achievementView(
  { catalogue, locale, settings }: Visit,
  { achievement, version }: { achievement: Achievement; version: string },
): AchievementView {
  const t = translator(locale)
  const place = placeOf(achievement.picture)
  const title = achievement.title[locale]
  const picture = place ? t('badge.art', { area: place.area, level: place.level }) : t('badge.art.path', { title })
  return {
    name: achievement.name[locale],
    title,
    svg: badgePictureSvg(pictureName(settings, achievement.picture), catalogue, picture) ?? '',
    place,
    claims: achievement.outcomes.map((outcome) => sentence(outcome[locale])),
    test: achievement.test,
    courses: achievement.courses.length,
    version,
    alignments: achievement.alignments.map(({ framework, code, name }) => ({ framework, code, name: name[locale] })),
  }

  function placeOf(cell: string) {
    const area = catalogue.framework.areas.find(({ id }) => cell.startsWith(`${id}-`))
    const level = catalogue.framework.levels.find(({ id }) => cell.endsWith(`-${id}`))
    return area && level && { area: area.name[locale], level: level.id, levelName: level.name[locale] }
  }
}

function sentence(outcome: string): string {
  return `${outcome.charAt(0).toUpperCase()}${outcome.slice(1)}.`
}
