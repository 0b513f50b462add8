import { urls } from '../../urls.ts'
import type { LateFrame } from '../../frame.ts'

interface MeWaysOfferProps {
  frame: LateFrame
  offers: ('card' | 'passkey' | 'address')[]
}

/** One way in is one mishap from none: a second is offered, and no more is said of it after a no. */
export function MeWaysOffer({ frame: { t, locale }, offers }: MeWaysOfferProps) {
  const pages = { card: urls.recovery(locale), passkey: urls.passkeys(locale), address: urls.addresses(locale) }
  return (
    <section class="section" aria-labelledby="ways-offer">
      <div class="wrap stack">
        <h2 id="ways-offer">{t('ways.offer.title')}</h2>
        <p class="measure">{t('ways.offer.text')}</p>
        <ul class="bullets">
          {offers.map((offer) => (
            <li>
              <a href={pages[offer]}>{t(`ways.offer.${offer}`)}</a>
            </li>
          ))}
        </ul>
        <form method="post" action={urls.waysOffer(locale)}>
          <button class="button button--plain">{t('ways.offer.no')}</button>
        </form>
      </div>
    </section>
  )
}
