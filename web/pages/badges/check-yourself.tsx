import { urls } from '../../urls.ts'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { VerifyWords } from '../../components/verify-words.tsx'
import type { Frame } from '../../frame.ts'
import { verifyWords } from '../../messages/verify.ts'

/** Both checks of a badge's own page: of the file, and of whose it is. */
export function CheckYourself({ frame, award, issuers }: { frame: Frame; award: string; issuers: string[] }) {
  const { locale } = frame
  const t = verifyWords(locale)
  const credential = urls.badgeFile(award, 'json')
  return (
    <section class="section f-forest no-print" aria-labelledby="check">
      <VerifyWords frame={frame} issuers={issuers} />
      <div class="wrap two">
        <badge-check class="stack" data-credential={credential}>
          <h2 id="check">{t('verify.self')}</h2>
          <p class="lead">{t('verify.self.lead')}</p>
          <p data-with-script>
            <button type="button" class="button button--birch button--wide">
              {t('verify.self.go')} <Icon name="arrow" />
            </button>
          </p>
          <p data-without-script>{t('verify.script')}</p>
          <output class="stack"></output>
          <p>
            <a href={urls.verify(locale)}>{t('verify.link')}</a>
          </p>
        </badge-check>
        <badge-yours class="stack" data-credential={credential} data-with-script>
          <h2>{t('verify.yours')}</h2>
          <form class="form">
            <Field
              name="address"
              type="email"
              label={t('verify.yours.label')}
              hint={t('verify.yours.hint')}
              autocomplete="email"
              required
            />
            <button class="button button--birch">{t('verify.yours.go')}</button>
          </form>
          <output></output>
        </badge-yours>
      </div>
    </section>
  )
}
