import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import { isoOf, stockholmTime } from '../../../formats/day.ts'
import type { Held } from '../../../worker/reports/held/held-document.ts'
import { type Child, raw } from '../../html/html.ts'
import { heldWords } from '../../messages/held.ts'
import { heldKey } from './held-key.ts'
import { heldStyle } from './held-style.ts'

interface HeldDocumentProps {
  locale: Locale
  held: Held
  askedFor: string
  madeAt: Date
  /** Of courses, by id. */
  titles: ReadonlyMap<string, string>
}

type Words = ReturnType<typeof heldWords>
type Shown = Pick<HeldDocumentProps, 'titles'> & { t: Words }

/** Everything that is held about somebody, to read and print: one file that needs no other, without a script. */
export function HeldDocument({ locale, held, askedFor, madeAt, titles }: HeldDocumentProps) {
  const t = heldWords(locale)
  const parts = Object.entries(held).map(([name, rows]) => ({ name, title: titleOf(t, name), rows }))
  const filled = parts.filter(({ rows }) => rows.length > 0)
  const empty = parts.filter(({ rows }) => rows.length === 0)
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{t('held.title')}</title>
          {raw(`<style>${heldStyle}</style>`)}
        </head>
        <body>
          <header>
            <h1>{t('held.title')}</h1>
            <p>{t('held.for', { email: askedFor, at: madeAt })}</p>
            <p>{t('held.lead')}</p>
            <p>{t('held.ids')}</p>
          </header>
          <nav aria-labelledby="contents">
            <h2 id="contents">{t('held.contents')}</h2>
            <ul>
              {filled.map(({ title, rows }, place) => (
                <li>
                  <a href={`#part-${place + 1}`}>{title}</a> ({rows.length})
                </li>
              ))}
            </ul>
          </nav>
          <main>
            {filled.map(({ title, rows }, place) => (
              <section id={`part-${place + 1}`}>
                <h2>{title}</h2>
                <ol>
                  {rows.map((row) => (
                    <Row t={t} titles={titles} row={row} />
                  ))}
                </ol>
              </section>
            ))}
            <Rest t={t} empty={empty.map(({ title }) => title)} />
          </main>
        </body>
      </html>
    </>
  )
}

function Row({ t, titles, row }: Shown & { row: Record<string, unknown> }) {
  return (
    <li>
      <dl>
        {Object.entries(row).map(([name, value]) => (
          <div>
            <dt>{labelOf(t, name)}</dt>
            <dd>{shownOf(name, value, { t, titles })}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

/** What there is nothing of, and what is left out. */
function Rest({ t, empty }: { t: Words; empty: string[] }) {
  return (
    <>
      {empty.length > 0 ? (
        <section>
          <h2>{t('held.none')}</h2>
          <ul>
            {empty.map((title) => (
              <li>{title}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2>{t('held.left-out')}</h2>
        <ul>
          {(['secrets', 'others', 'mails', 'numbers'] as const).map((what) => (
            <li>{t(`held.left-out.${what}`)}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** What has no words yet is called as in the other file. */
function titleOf(t: Words, name: string): string {
  const key = heldKey('section', name)
  return key ? t(key) : name
}

function labelOf(t: Words, name: string): string {
  const key = heldKey('field', name)
  return key ? t(key) : name
}

/** A value as people read it; whatever it is, it is there as it is stored. */
function shownOf(name: string, value: unknown, { t, titles }: Shown): Child {
  if (value === null || value === undefined || value === '') return '–'
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '–' : <Moment at={value} />
  if (typeof value === 'boolean') return t(value ? 'held.yes' : 'held.no')
  if (typeof value === 'object') return <pre>{JSON.stringify(value, null, 2)}</pre>
  const text = String(value)
  const title = name === 'course' ? titles.get(text) : isRole(name, text) ? t(`team.role.${text}`) : undefined
  return title === undefined ? text : `${title} (${text})`
}

function isRole(name: string, text: string): text is 'owner' | 'manager' | 'member' {
  return (name === 'role' || name === 'byRole') && ['owner', 'manager', 'member'].includes(text)
}

function Moment({ at }: { at: Date }) {
  const [day, time = ''] = stockholmTime(at).split('T')
  return (
    <time datetime={isoOf(at)}>
      {day} {time.slice(0, 8)}
    </time>
  )
}
