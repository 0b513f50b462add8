import { pageAssets } from 'virtual:page-assets'

import { Layout } from '../../components/layout.tsx'
import { VerifyWords } from '../../components/verify-words.tsx'
import type { Frame } from '../../frame.ts'
import { verifyWords } from '../../messages/verify.ts'

const questions = ['intact', 'issuer', 'validity'] as const

/** Checks any badge file in the browser; without scripts it says what else can be done. */
export function VerifyPage({ frame, issuers }: { frame: Frame; issuers: string[] }) {
  const t = verifyWords(frame.locale)
  return (
    <Layout frame={frame} styles={pageAssets.badgeStyles} title={t('site.verify')} script={pageAssets.verifyScript}>
      <VerifyWords frame={frame} issuers={issuers} />
      <main id="content" tabindex={-1}>
        <section class="section">
          <badge-verifier class="wrap stack">
            <h1>{t('site.verify')}</h1>
            <p class="lead">{t('verify.lead')}</p>
            <div class="field" data-with-script>
              <label for="file">{t('verify.file')}</label>
              <p class="soft" id="file-hint">
                {t('verify.file.hint')}
              </p>
              <input
                class="input verify__file"
                id="file"
                type="file"
                accept=".json,.jwt,.png,.svg,.txt"
                aria-describedby="file-hint"
              />
            </div>
            <p class="notice" data-without-script>
              {t('verify.script')}
            </p>
            <output class="stack" for="file"></output>
          </badge-verifier>
        </section>
        <section class="section f-sunk" aria-labelledby="about">
          <div class="wrap stack">
            <h2 id="about">{t('verify.about')}</h2>
            <ol class="checks">
              {questions.map((question) => (
                <li>
                  <div>
                    <b>{t(`verify.question.${question}`)}</b>
                    <p class="measure">{t(`verify.about.${question}`)}</p>
                  </div>
                </li>
              ))}
            </ol>
            <p class="measure">{t('verify.about.offline')}</p>
          </div>
        </section>
      </main>
    </Layout>
  )
}
