import { badgePictureSvg } from '../../web/components/badge-art/named-picture.ts'
import type { Frame } from '../../web/frame.ts'
import type { BadgeView } from '../../web/pages/badges/badge-parts.tsx'
import type { CertificateProps } from '../../web/pages/badges/certificate-page.tsx'
import type { Visit } from '../visit.ts'

/** The certificate's words: the proof page's, on one sheet. */
export function certificateView(frame: Frame, { catalogue }: Visit, badge: BadgeView): CertificateProps {
  const { t } = frame
  const { place, test } = badge
  return {
    frame,
    badge: {
      name: badge.name,
      picture: badgePictureSvg(badge.picture, catalogue) ?? '',
      areaAndLevel: place
        ? t('badge.level', { area: place.area, level: place.level, name: place.levelName })
        : t('badge.path', { title: badge.title }),
    },
    holder: badge.holder,
    claims: badge.claims,
    tested: test ? t('badge.how.text', test) : t('badge.how.path', { courses: badge.courses }),
    issuer: badge.issuer.name,
    day: badge.day,
    course: badge.title,
    proofUrl: badge.address,
    demo: badge.isDemo,
  }
}
