import { type InBoth, locales } from '../../../formats/catalogue/catalogue.ts'
import type { Problems } from '../problems/problem.ts'
import { type PageText, textsOf } from '../written/page-texts.ts'
import type { WrittenCourse } from '../written/written-course.ts'
import { isInOtherLanguage } from '../teaching/page-language.ts'
import type { Speller } from './speller.ts'

/** Addresses and file names are no words. */
const noWords = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+|\b[\w-]+\.(?:se|com|org|eu|md|yml|pdf)\b/gu
const mayHaveAddress = /[@/]|\.[a-z]/u
const word = /\p{L}[\p{L}\p{M}]*(?:[-’':]\p{L}[\p{L}\p{M}]*)*/gu

/** T13: words that neither the dictionary nor words.yml has, each once a file at its first place; none of one that T14 names. */
export function checkSpelling(course: WrittenCourse, spellers: InBoth<Speller>, problems: Problems): void {
  for (const locale of locales) {
    for (const page of textsOf(course, locale))
      if (!isInOtherLanguage(page, locale)) checkFile(page.parts.flat(), spellers[locale], problems)
  }
}

function checkFile(texts: readonly PageText[], speller: Speller, problems: Problems): void {
  const told = new Set<string>()
  for (const { text, place, isToolNote } of texts) {
    const words = mayHaveAddress.test(text) ? text.replaceAll(noWords, ' ') : text
    for (const [found] of words.matchAll(word)) {
      if (told.has(found) || (isToolNote && isName(found)) || speller.knows(found)) continue
      told.add(found)
      const near = speller.near(found)
      const meant = near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ';'
      problems.warning(
        'T13',
        place,
        `"${found.slice(0, 60)}" is in no dictionary${meant} A right word goes into words.yml`,
      )
    }
  }
}

/** What a tool and its menus are called. */
function isName(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}
