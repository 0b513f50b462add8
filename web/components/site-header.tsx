import type { Locale } from '../../formats/catalogue/catalogue.ts'
import { urls } from '../urls.ts'
import type { Frame } from '../frame.ts'
import { Logo } from './logo.tsx'

export function SiteHeader({ frame, quiet }: { frame: Frame; quiet: boolean }) {
  const { t, locale } = frame
  return (
    <header class="site-header">
      <div class="wrap">
        <a class="brand" href={urls.catalogue(locale)}>
          <Logo />
          {t('site.name')}
        </a>
        {quiet ? null : <Menu frame={frame} />}
        <div class="site-header__me">
          <LanguageSwitch frame={frame} />
          {frame.learner ? (
            <a class="site-header__name" href={urls.me(locale)}>
              {frame.learner.name || t('site.me')}
            </a>
          ) : (
            <a href={urls.signIn(locale, backTo(frame))}>{t('site.sign-in')}</a>
          )}
        </div>
      </div>
    </header>
  )
}

function Menu({ frame: { t, locale, section } }: { frame: Frame }) {
  const items = [
    { name: 'courses', href: urls.catalogue(locale), text: t('site.menu.courses') },
    { name: 'me', href: urls.me(locale), text: t('site.menu.me') },
    { name: 'team', href: urls.companies(locale), text: t('site.menu.team') },
  ]
  return (
    <nav aria-label={t('site.menu')}>
      <ul>
        {items.map(({ name, href, text }) => (
          <li>
            <a href={href} {...(name === section ? { 'aria-current': 'page' as const } : {})}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The same page in the other language. */
function LanguageSwitch({ frame: { locale, path } }: { frame: Frame }) {
  const other: Locale = locale === 'sv' ? 'en' : 'sv'
  return (
    <a href={inLanguage(path, other)} lang={other} hreflang={other}>
      {other === 'sv' ? 'Svenska' : 'English'}
    </a>
  )
}

/** The same path in a language. */
export function inLanguage(path: string, locale: Locale): string {
  return path.replace(/^\/(sv|en)(?=\/|\?|$)/, `/${locale}`)
}

/** Sign-in leads back here, unless here is sign-in itself. */
function backTo({ path }: Frame): string | undefined {
  return /^\/(sv|en)(\/sign-in.*)?$/.test(path) ? undefined : path
}
