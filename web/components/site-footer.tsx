import { urls } from '../urls.ts'
import type { Frame, Theme } from '../frame.ts'
import type { Html } from '../html/html.ts'
import { kept } from '../html/kept.ts'

const themes: Theme[] = ['auto', 'light', 'dark']

export function SiteFooter({ frame }: { frame: Frame }) {
  const { t, locale } = frame
  const draw = (path: Html) => (
    <footer class="site-footer">
      <div class="wrap">
        <div>
          <p>{t('site.footer')}</p>
          <ul>
            <li>
              <a href={urls.competences(locale)}>{t('site.competences')}</a>
            </li>
            <li>
              <a href={urls.verify(locale)}>{t('site.verify')}</a>
            </li>
            <li>
              <a href={urls.privacy(locale)}>{t('site.privacy')}</a>
            </li>
            <li>
              <a href={urls.notice(locale)}>{t('site.notice')}</a>
            </li>
            <li>
              <a href={urls.accessibility(locale)}>{t('site.accessibility')}</a>
            </li>
            <li>
              <a href={urls.about(locale)}>{t('site.about')}</a>
            </li>
          </ul>
        </div>
        <theme-choice>
          <form class="theme" method="post" action={urls.theme()}>
            <input type="hidden" name="next" value={path} />
            <fieldset>
              <legend>{t('theme.legend')}</legend>
              {themes.map((theme) => (
                <label>
                  <input type="radio" name="theme" value={theme} checked={frame.theme === theme} />{' '}
                  {t(`theme.${theme}`)}
                </label>
              ))}
              <button class="theme__save" data-without-script>
                {t('theme.save')}
              </button>
            </fieldset>
          </form>
        </theme-choice>
      </div>
    </footer>
  )
  return kept(t, `footer ${frame.theme}`, draw, frame.path)
}
