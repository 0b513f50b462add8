import { type InBoth, type Locale, locales } from '../../../formats/catalogue/catalogue.ts'
import type { Markdown } from '../markdown/markdown.ts'
import type { Place, Problems } from '../problems/problem.ts'
import { authoringOf, type WrittenQuestion } from '../questions/registry.ts'
import { allBlocks, plainText, sectionsOf } from '../markdown/prose.ts'
import type { WrittenCourse } from '../written/written-course.ts'
import type { Speller } from './speller.ts'

/** Addresses and file names are no words. */
const noWords = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+|\b[\w-]+\.(?:se|com|org|eu|md|yml|pdf)\b/gu
const mayHaveAddress = /[@/]|\.[a-z]/u
const word = /\p{L}[\p{L}\p{M}]*(?:[-’':]\p{L}[\p{L}\p{M}]*)*/gu

/** T13: words that neither the dictionary nor words.yml has, each once a file at its first place. */
export function checkSpelling(course: WrittenCourse, spellers: InBoth<Speller>, problems: Problems): void {
  for (const locale of locales) {
    for (const texts of filesOf(course, locale)) checkFile(texts, spellers[locale], problems)
  }
}

interface Text {
  text: string
  place: Place
}

function checkFile(texts: readonly Text[], speller: Speller, problems: Problems): void {
  const told = new Set<string>()
  for (const { text, place } of texts) {
    const words = mayHaveAddress.test(text) ? text.replaceAll(noWords, ' ') : text
    for (const [found] of words.matchAll(word)) {
      if (told.has(found) || speller.knows(found)) continue
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

function filesOf({ lessons, pool, about, artefact }: WrittenCourse, locale: Locale): Text[][] {
  const pages = [about[locale], artefact[locale]].flatMap((page) => page ?? [])
  return [
    ...lessons[locale].map(({ body, questions, head }) => [
      ...headTexts(head.value, (key) => head.at(key)),
      ...bodyTexts(body, locale),
      ...questions.flatMap(questionTexts),
    ]),
    (pool[locale]?.questions ?? []).flatMap(questionTexts),
    ...pages.map(({ body, head }) => [...headTexts(head.value, (key) => head.at(key)), ...bodyTexts(body, locale)]),
  ]
}

function headTexts(value: object | undefined, at: (key: string) => Place): Text[] {
  return Object.entries(value ?? {}).flatMap(([key, text]) =>
    ['title', 'outcome', 'summary'].includes(key) && typeof text === 'string' ? [{ text, place: at(key) }] : [],
  )
}

function bodyTexts(body: Markdown, locale: Locale): Text[] {
  return allBlocks(sectionsOf(body, locale))
}

function questionTexts(question: WrittenQuestion): Text[] {
  const pieces = [question.stem, ...authoringOf(question).pieces(question)]
  return pieces.map((piece) => ({ text: piece.tokens.map(plainText).join(' '), place: piece.place }))
}
