import { type Html, raw } from '../html/html.ts'

import type { Locale } from '../../formats/catalogue/catalogue.ts'
import type { Translate } from '../messages/translate.ts'

export interface MailPageProps {
  locale: Locale
  t: Translate
  subject: string
  /** The words of the mail: paragraphs with empty lines between, a link on a line of its own. */
  text: string
  /** The text begins with a code, which is shown large. */
  hasCode: boolean
  /** Why somebody got it. */
  why: string
  /** Where to say no to more of its kind. */
  off: string | undefined
  /** Where Navet is. */
  home: string
}

/** Colours as in web/styles/tokens.css. Programs that read mail know no variables. */
const light = { ground: '#f1ebde', paper: '#fffdf8', ink: '#221e1b', soft: '#4f4841', link: '#8f2018', line: '#e6dcc8' }
const dark = { ground: '#181513', paper: '#211d1a', ink: '#f4ede0', soft: '#c9bfb1', link: '#f2a595', line: '#3b3530' }
const field = { code: '#f0c890', onCode: '#221e1b', action: '#8f2018', onAction: '#fffdf8' }
const darkField = { code: '#6b3a16', onCode: '#fdeedb', action: '#b4392b', onAction: '#ffffff' }

/** What stands in the tags must be overruled, since some programs read only that: hence !important, here alone. */
const style = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.ground{background:${dark.ground}!important}
.paper{background:${dark.paper}!important;color:${dark.ink}!important;border-color:${darkField.action}!important}
.code{background:${darkField.code}!important;color:${darkField.onCode}!important}
.press{background:${darkField.action}!important;color:${darkField.onAction}!important}
.soft{color:${dark.soft}!important;border-color:${dark.line}!important}
.link{color:${dark.link}!important}
}
@media (min-width:480px){.paper{padding:32px 36px!important}.ground{padding:24px 12px!important}}`

const font = "font-family:'Segoe UI',-apple-system,BlinkMacSystemFont,Roboto,Helvetica,Arial,sans-serif"
const paragraph = 'margin:0 0 18px;font-size:17px;line-height:1.55'

/**
 * A mail as HTML: the same words as its text and nothing to fetch. A table holds it together, since that is what every
 * program that shows mail understands.
 */
export function MailPage({ locale, t, subject, text, hasCode, why, off, home }: MailPageProps): Html {
  const paragraphs = text.trim().split(/\n{2,}/)
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="supported-color-schemes" content="light dark" />
          <title>{subject}</title>
          <style>{raw(style)}</style>
        </head>
        <body class="ground" style={`margin:0;padding:0;background:${light.ground};${font}`}>
          <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse">
            <tr>
              <td class="ground" align="center" style={`padding:0;background:${light.ground}`}>
                <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
                  <tr>
                    <td
                      class="paper"
                      align="left"
                      style={`padding:24px 20px;background:${light.paper};color:${light.ink};border-top:8px solid ${field.action};${font}`}
                    >
                      {paragraphs.map((each, place) =>
                        hasCode && place === 0 ? <Code text={each} /> : <Paragraph t={t} text={each} />,
                      )}
                      <p
                        class="soft"
                        style={`margin:28px 0 0;padding-top:16px;border-top:2px solid ${light.line};color:${light.soft};font-size:15px;line-height:1.5`}
                      >
                        {why}
                        {off ? ' ' : ''}
                        {off ? <Link href={off} text={t('mail.off')} /> : null}
                      </p>
                      <p class="soft" style={`margin:12px 0 0;color:${light.soft};font-size:15px;line-height:1.5`}>
                        <b>Navet</b> · <Link href={home} text={home.replace(/^https?:\/\//, '')} />
                      </p>
                    </td>
                  </tr>
                </table>
              </td>
            </tr>
          </table>
        </body>
      </html>
    </>
  )
}

/** The sentence that begins with the code, the code in large: told in one breath, copied without the rest. */
function Code({ text }: { text: string }) {
  const [, code = '', rest = text] = /^(\d{6})\s+([\s\S]*)$/.exec(text) ?? []
  return (
    <p
      class="code"
      style={`margin:0 0 24px;padding:18px 20px;background:${field.code};color:${field.onCode};font-size:17px;line-height:1.4`}
    >
      <b style="display:block;margin:0 0 6px;font-size:40px;line-height:1.1;letter-spacing:4px">{code}</b>
      <> </>
      {rest}
    </p>
  )
}

/** A line that is a link is pressed; what it says stands under it, for whoever wants to see where it leads. */
function Paragraph({ t, text }: { t: Translate; text: string }) {
  const lines = text.split('\n')
  const links = lines.filter(isLink)
  return (
    <>
      <p style={paragraph}>
        {lines
          .filter((line) => !isLink(line))
          .map((line, place) => (
            <>
              {place > 0 ? <br /> : null}
              {line}
            </>
          ))}
      </p>
      {links.map((href) => (
        <>
          <p style="margin:0 0 12px">
            <a
              class="press"
              href={href}
              style={`display:inline-block;padding:14px 24px;background:${field.action};color:${field.onAction};font-size:17px;font-weight:bold;line-height:1.2;text-decoration:none`}
            >
              {t('mail.open')}
            </a>
          </p>
          <p
            class="soft"
            style={`margin:0 0 20px;color:${light.soft};font-size:13px;line-height:1.4;word-break:break-all`}
          >
            <code style="font-family:inherit">{href}</code>
          </p>
        </>
      ))}
    </>
  )
}

function Link({ href, text }: { href: string; text: string }) {
  return (
    <a class="link" href={href} style={`color:${light.link};text-decoration:underline`}>
      {text}
    </a>
  )
}

function isLink(line: string): boolean {
  return /^https?:\/\/\S+$/.test(line.trim())
}
