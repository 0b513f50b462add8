import { urls } from '../../urls.ts'
import { Notice } from '../../components/notice.tsx'
import type { LateFrame } from '../../frame.ts'

export interface TermsOfferProps {
  frame: LateFrame
  company: string
  /** The version that holds for the member. */
  version: number
  /** What the newest version would show besides; undefined where it shows no more. */
  offer: { version: number; more: string[] | 'all'; isDeclined: boolean } | undefined
  /** What became of an answer just given. */
  answered: 'yes' | 'no' | 'newer' | undefined
}

/** Wider terms, with a yes and a no of equal weight; and which terms hold for the member. */
export function TermsOffer({ frame, company, version, offer, answered }: TermsOfferProps) {
  const { t, locale } = frame
  return (
    <section class={offer ? 'section f-birch' : 'section'} id="terms" aria-labelledby="terms-title">
      <div class="wrap stack">
        {answered ? <Notice title={t(`terms.answered.${answered}`, { version: String(version) })} /> : null}
        <h2 id="terms-title">{t(offer ? 'terms.offer' : 'terms.title')}</h2>
        {offer ? (
          <form class="form measure" method="post" action={urls.termsAnswer(locale, company)}>
            {offer.isDeclined ? (
              <p>
                <b>{t('terms.offer.declined', { version: String(offer.version) })}</b>
              </p>
            ) : null}
            <p>{t('terms.offer.text', { version: String(offer.version) })}</p>
            {offer.more === 'all' ? (
              <p>
                <b>{t('terms.offer.all')}</b>
              </p>
            ) : (
              <ul class="bullets">
                {offer.more.map((title) => (
                  <li>{title}</li>
                ))}
              </ul>
            )}
            <p>
              {t('terms.offer.same')} {t('terms.offer.earlier')} {t('terms.offer.no-harm')}
            </p>
            <input type="hidden" name="version" value={String(offer.version)} />
            <div class="buttons">
              <button class="button button--plain" name="answer" value="yes">
                {t('terms.offer.yes')}
              </button>
              {offer.isDeclined ? null : (
                <button class="button button--plain" name="answer" value="no">
                  {t('terms.offer.no')}
                </button>
              )}
            </div>
          </form>
        ) : null}
        <p class="soft">{t('terms.yours', { version: String(version) })}</p>
      </div>
    </section>
  )
}
