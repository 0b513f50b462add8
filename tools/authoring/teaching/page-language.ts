import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import { languageOf } from '../language/language-of.ts'
import type { Problems } from '../problems/problem.ts'
import type { PageTexts } from '../written/page-texts.ts'

const names: Record<Locale, string> = { sv: 'Swedish', en: 'English' }

/** Whether a file is in the other language as a whole; its spelling would be wrong in every word. */
export function isInOtherLanguage({ parts }: PageTexts, locale: Locale): boolean {
  return isOther(
    parts.flat().map(({ text }) => text),
    locale,
  )
}

/** T14: a file in the wrong language, or paragraphs and questions in it that nobody has translated. Once a file. */
export function checkPageLanguage(page: PageTexts, locale: Locale, problems: Problems): void {
  const { path, parts } = page
  const other = names[locale === 'sv' ? 'en' : 'sv']
  if (isInOtherLanguage(page, locale)) {
    problems.error('T14', { path, line: 1 }, `the page is in ${other}, and ${locale}/ is for ${names[locale]}`)
    return
  }
  const found = parts.filter((texts) =>
    isOther(
      texts.filter(({ isQuote }) => !isQuote).map(({ text }) => text),
      locale,
    ),
  )
  const [first] = found
  if (!first) return
  const more = found.length > 1 ? `, and ${found.length - 1} more in the file` : ''
  problems.error(
    'T14',
    first[0]!.place,
    `this is in ${other}${more}; write it in ${names[locale]}, or quote it ("> …")`,
  )
}

function isOther(texts: readonly string[], locale: Locale): boolean {
  const found = languageOf(texts)
  return found !== undefined && found !== locale
}
