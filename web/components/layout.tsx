import { pageAssets } from 'virtual:page-assets'

import { locales } from '../../formats/catalogue/catalogue.ts'
import { urls } from '../urls.ts'
import type { Frame } from '../frame.ts'
import { type Child, raw } from '../html/html.ts'
import { SiteFooter } from './site-footer.tsx'
import { inLanguage, SiteHeader } from './site-header.tsx'
import { TakeoverOffer } from './takeover-offer.tsx'

interface LayoutProps {
  frame: Frame
  title: string
  description?: string
  noindex?: boolean
  /** The page is a form that came back with something wrong in it: the title begins with that. */
  isFault?: boolean
  /** The lesson and the badge test show a quieter header, without the menu. */
  quiet?: boolean
  /** One more stylesheet, for the pages that show what few others do. */
  styles?: string
  /** One more script, for the pages that need it. */
  script?: string
  children?: Child
}

/** The page around every screen. Nothing inline: the Content-Security-Policy forbids it. */
export function Layout(props: LayoutProps) {
  const { frame, title, description, noindex = false, isFault = false, quiet = false, styles, script, children } = props
  const { t, theme, locale } = frame
  return (
    <>
      {raw('<!doctype html>')}
      <html
        lang={locale}
        {...(theme === 'auto' ? {} : { 'data-theme': theme })}
        {...(frame.isAnswer ? { 'data-page': frame.path } : {})}
      >
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${isFault ? t('site.fault', { title }) : title} – ${t('site.name')}`}</title>
          {description ? <meta name="description" content={description} /> : null}
          {noindex ? <meta name="robots" content="noindex" /> : null}
          {noindex ? null : <Addresses frame={frame} />}
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
          <link rel="apple-touch-icon" href="/touch-icon.png" />
          <link rel="preload" href={pageAssets.textFont} as="font" type="font/woff2" crossorigin="" />
          <link rel="stylesheet" href={pageAssets.stylesheet} />
          {styles ? <link rel="stylesheet" href={styles} /> : null}
          <script type="module" src={pageAssets.script}></script>
          {script ? <script type="module" src={script}></script> : null}
          {pageAssets.authoring?.map((source) => (
            <script type="module" src={source}></script>
          ))}
        </head>
        <body data-signed-in={frame.learner ? 'yes' : 'no'} data-account={frame.learner?.account}>
          <a class="skip" href="#content">
            {t('site.skip')}
          </a>
          {frame.demo ? <DemoBand frame={frame} /> : null}
          <SiteHeader frame={frame} quiet={quiet} />
          {frame.learner ? <TakeoverOffer frame={frame} /> : null}
          {children}
          <SiteFooter frame={frame} />
        </body>
      </html>
    </>
  )
}

/** The page's own address, whatever else leads to it, and the same page in both languages. */
function Addresses({ frame: { origin, path } }: { frame: Frame }) {
  const [page = ''] = path.split('?')
  if (!origin || !/^\/(sv|en)(\/|$)/.test(page)) return null
  return (
    <>
      <link rel="canonical" href={origin + page} />
      {locales.map((locale) => (
        <link rel="alternate" hreflang={locale} href={origin + inLanguage(page, locale)} />
      ))}
    </>
  )
}

function DemoBand({ frame: { t } }: { frame: Frame }) {
  return (
    <aside class="demo-band" aria-label={t('site.demo.label')}>
      <p class="wrap">
        {t('site.demo')} <a href={urls.outbox()}>{t('site.demo.outbox')}</a>
      </p>
    </aside>
  )
}
