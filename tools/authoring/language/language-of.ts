import { type Locale } from '../../../formats/catalogue/catalogue.ts'
import { wordsOf } from './measure.ts'

/**
 * Words that hold sentences together, one of which stands in nearly every sentence. None is a word of the other
 * language: "men", "till", "den" and "under" are not here, nor are "be", "by", "in" and "it".
 */
const small: Record<Locale, ReadonlySet<string>> = {
  sv: new Set(
    'och att det som är av för inte på har med ett kan ska du dig din ni er vi oss jag mig han hon sig eller så när där vad vilken vilket vilka från hur innan efter också blir var någon något några detta dessa därför sedan mellan skulle kunde måste finns gör får hos utan mot än bara'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the and of to is that for on with you your are this these those not have has from or what which who whose they their them he she his her was were can could will would should if when how but than then there its does did about into because while'.split(
      ' ',
    ),
  ),
}

/** So many are needed to tell; a heading or a name is of no language. */
const fewest = 6
const share = 0.85

/** What somebody says, or is to be written to a service, may be in any language. */
const quoted = /["“”»][^"“”»«]*["“”«]/gu

/** The language that running text is written in; undefined while it is short, or in parts of both. */
export function languageOf(texts: readonly string[]): Locale | undefined {
  const words = texts.flatMap((text) => wordsOf(text.replaceAll(quoted, ' ').toLowerCase()))
  const count = (locale: Locale) => words.filter((word) => small[locale].has(word)).length
  const [sv, en] = [count('sv'), count('en')]
  if (sv + en < fewest) return undefined
  if (sv / (sv + en) >= share) return 'sv'
  return en / (sv + en) >= share ? 'en' : undefined
}
