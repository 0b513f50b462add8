import { urls } from '../urls.ts'
import type { Frame } from '../frame.ts'
import { kept } from '../html/kept.ts'

/** Hidden until the script finds answers that this browser kept while nobody was signed in. */
export function TakeoverOffer({ frame: { t, locale } }: { frame: Frame }) {
  return kept(t, 'takeover offer', () => (
    <local-takeover
      hidden
      class="takeover"
      data-action={urls.takeover(locale)}
      data-lesson={t('takeover.lesson')}
      data-lessons={t('takeover.lessons', { count: '{count}' })}
      data-answer={t('takeover.answer')}
      data-answers={t('takeover.answers', { count: '{count}' })}
      data-failed={t('takeover.failed')}
    >
      <div class="wrap" role="region" aria-label={t('takeover.label')}>
        <p class="takeover__words" role="status"></p>
        <div class="buttons">
          <button class="button" value="yes">
            {t('takeover.yes')}
          </button>
          <button class="button button--plain" value="no">
            {t('takeover.no')}
          </button>
          <button class="button button--plain" value="delete">
            {t('takeover.delete')}
          </button>
        </div>
      </div>
    </local-takeover>
  ))
}
