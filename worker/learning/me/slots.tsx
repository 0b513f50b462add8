import { MeAccount } from '../../../web/pages/accounts/me-account.tsx'
import { MeBadges } from '../../../web/pages/accounts/me-badges.tsx'
import { MeCalibration } from '../../../web/pages/accounts/me-calibration.tsx'
import { MeCompanyNews } from '../../../web/pages/accounts/me-company-news.tsx'
import { MeContacts } from '../../../web/pages/accounts/me-contacts.tsx'
import { MeCourses } from '../../../web/pages/accounts/me-courses.tsx'
import { MeMoves } from '../../../web/pages/accounts/me-moves.tsx'
import { MeNow } from '../../../web/pages/accounts/me-now.tsx'
import { MeWaysOffer } from '../../../web/pages/accounts/me-ways-offer.tsx'
import { UnreachedAddresses } from '../../../web/pages/accounts/unreached-addresses.tsx'
import type { LateFrame } from '../../../web/frame.ts'
import type { Child } from '../../../web/html/html.ts'
import { accountView } from '../../accounts/account-view.ts'
import { offerView } from '../../accounts/offer-view.ts'
import { unreachedView } from '../../accounts/unreached-view.ts'
import { contactViews } from '../../companies/details/contact-views.ts'
import { companyNews } from '../../companies/rules.ts'
import { offerTo } from '../../companies/terms/rules.ts'
import { calibrationView } from './calibration.ts'
import { coursesView } from './my-courses.ts'
import { nowView } from './now.ts'
import type { Own } from './read-me.ts'
import type { Reader } from './reader.ts'
import { shelfOf } from './shelf.ts'

/** A place on the page of one's own. */
interface Slot {
  name: string
  draw: (own: Own, reader: Reader) => Child
}

/** What it takes of what was read, undefined where it has nothing to show; and what draws that. */
function slot<View extends object>(
  name: string,
  view: (own: Own, reader: Reader) => View | undefined,
  Show: (props: View & { frame: LateFrame }) => Child,
): Slot {
  return {
    name,
    draw(own, reader) {
      const shown = view(own, reader)
      return shown && Show({ ...shown, frame: reader.frame })
    },
  }
}

/**
 * My learning, from top to bottom: what somebody must know, what they can do now, how far they are, what they have
 * earned, and last what is seldom looked for. What waits has an order of its own: `waits` in now.ts.
 */
export const slots: Slot[] = [
  slot('news', (own, { now }) => some('news', companyNews(asking(own), now)), MeCompanyNews),
  slot('moves', ({ moves }) => some('moves', moves), MeMoves),
  slot('unreached', (own, { locale }) => some('unreached', unreachedView(own, locale)), UnreachedAddresses),
  slot('now', nowView, MeNow),
  slot('courses', (own, reader) => some('courses', coursesView(own, reader)), MeCourses),
  slot('calibration', (own) => some('calibration', calibrationView(own)), MeCalibration),
  slot('badges', (own, { catalogue, locale }) => shelfOf(own, catalogue, locale), MeBadges),
  slot('ways', offerView, MeWaysOffer),
  slot('contacts', ({ contacts }) => some('contacts', contactViews(contacts)), MeContacts),
  slot('account', accountView, MeAccount),
]

/** A list under its name; none where it is empty. */
function some<Name extends string, Each>(name: Name, list: Each[]): Record<Name, Each[]> | undefined {
  return list.length > 0 ? ({ [name]: list } as Record<Name, Each[]>) : undefined
}

/** With whether each company waits for an answer about wider terms. */
function asking({ former, memberships }: Own) {
  return { former, memberships: memberships.map((each) => ({ ...each, isAsked: offerTo(each)?.isDeclined === false })) }
}
