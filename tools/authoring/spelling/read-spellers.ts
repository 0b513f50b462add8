import type { InBoth, Locale } from '../../../formats/catalogue/catalogue.ts'
import type { Problems } from '../problems/problem.ts'
import { WordsFile } from '../files/schemas.ts'
import { readYaml } from '../files/yaml-source.ts'
import type { Dictionary } from './dictionaries.ts'
import { Speller } from './speller.ts'

/** A speller for each language, with the words of words.yml. English texts name Swedish people and places. */
export function readSpellers(
  texts: ReadonlyMap<string, string>,
  dictionaryOf: (locale: Locale) => Dictionary,
  problems: Problems,
): InBoth<Speller> {
  const text = texts.get('words.yml')
  const read =
    text === undefined ? undefined : readYaml({ path: 'words.yml', text, line: 1, column: 1 }, WordsFile, problems)
  const own = read?.value ?? { both: [], sv: [], en: [] }
  const [sv, en] = [dictionaryOf('sv'), dictionaryOf('en')]
  return { sv: new Speller('sv', sv, sv, own), en: new Speller('en', en, sv, own) }
}
