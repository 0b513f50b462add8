import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import type { Problems } from '../problems/problem.ts'
import type { WrittenLesson } from '../written/written-page.ts'
import { type Measure, measure, readingEase, sentencesOf, wordsOf } from '../language/measure.ts'
import { type Block, runningText, sectionsOf } from '../markdown/prose.ts'
import { abbreviations, address, humanVerbs, hype, negation, otherTerms, passives } from '../language/words.ts'

/** Texts shorter than this say nothing by their figures. */
const enoughWords = 100

/** T01–T08, T10–T12: how one lesson reads in one language. */
export function checkLanguage(lesson: WrittenLesson, problems: Problems): void {
  const blocks = runningText(sectionsOf(lesson.body, lesson.locale))
  const figures = measure(blocks.map((block) => block.text))
  if (figures.words >= enoughWords) {
    checkLix(lesson, figures, blocks, problems)
    checkMean(lesson, figures, problems)
    checkAddress(lesson, blocks, problems)
    checkPassives(lesson, blocks, figures, problems)
  }
  checkBlocks(blocks, lesson.locale, problems)
}

/** T05, T07, T10–T12: what can be said of a sentence by itself. */
export function checkBlocks(blocks: readonly Block[], locale: Locale, problems: Problems): void {
  for (const block of blocks) {
    checkLongSentences(block, problems)
    if (block.kind !== 'quote') checkWords(block, locale, problems)
  }
}

function checkLix(
  { path, locale, head, isEasy }: WrittenLesson,
  { lix }: Measure,
  blocks: readonly Block[],
  problems: Problems,
): void {
  const place = { path, line: 1 }
  const shown = lix.toFixed(1)
  const easier = 'shorten sentences and swap long words for short ones'
  if (locale === 'en') {
    const ease = readingEase(blocks.map((block) => block.text))
    if ((lix < 20 || lix > 36) && ease < 55)
      problems.warning(
        'T03',
        place,
        `LIX is ${shown} (20–36) and Flesch's reading ease ${ease.toFixed(0)} (55 or more); ${easier}`,
      )
  } else if (isEasy) {
    const message = `LIX is ${shown}; at most 25 in easy Swedish: ${easier}`
    if (lix > 30) problems.error('T01', place, message)
    else if (lix > 25) problems.warning('T01', place, message)
  } else if (head.value?.tags.includes('law')) {
    if (lix > 48) problems.error('T02', place, `LIX is ${shown}; at most 42 in a lesson about law: ${easier}`)
    else if (lix > 42) problems.warning('T02', place, `LIX is ${shown}; at most 42 in a lesson about law: ${easier}`)
  } else if (lix > 45) problems.error('T01', place, `LIX is ${shown}; 22–38 is easy to read: ${easier}`)
  else if (lix > 38) problems.warning('T01', place, `LIX is ${shown}; 22–38 is easy to read: ${easier}`)
  else if (lix < 20) problems.warning('T01', place, `LIX is ${shown}; under 20 reads choppily: join some sentences`)
}

function checkMean({ path }: WrittenLesson, { mean }: Measure, problems: Problems): void {
  if (mean > 14)
    problems.warning('T04', { path, line: 1 }, `sentences have ${mean.toFixed(1)} words on average; at most 14`)
}

function checkLongSentences({ text, place }: Block, problems: Problems): void {
  for (const sentence of sentencesOf(text)) {
    const words = wordsOf(sentence).length
    const message = `a sentence of ${words} words ("${sentence.slice(0, 30).trim()}…"); at most 25: make two of it`
    if (words > 30) problems.error('T05', place, message)
    else if (words > 25) problems.warning('T05', place, message)
  }
}

function checkAddress({ path, locale }: WrittenLesson, blocks: readonly Block[], problems: Problems): void {
  const words = blocks.reduce((sum, block) => sum + wordsOf(block.text).length, 0)
  const times = blocks.reduce((sum, block) => sum + (block.text.match(address[locale]) ?? []).length, 0)
  if (times >= Math.floor(words / 150)) return
  const you = locale === 'sv' ? 'du or ni' : 'you'
  problems.warning(
    'T06',
    { path, line: 1 },
    `the reader is spoken to (${you}) ${times} times in ${words} words; at least once in 150`,
  )
}

function checkPassives(
  { path, locale }: WrittenLesson,
  blocks: readonly Block[],
  { sentences }: Measure,
  problems: Problems,
): void {
  const found = blocks.flatMap(({ text }) => sentencesOf(text)).filter((sentence) => passives[locale].test(sentence))
  const share = (100 * found.length) / sentences
  if (share <= 10) return
  const example = passives[locale].exec(found[0]!)?.[0]
  problems.warning(
    'T08',
    { path, line: 1 },
    `${share.toFixed(0)} % of the sentences are passive ("${example}"); at most 10: say who does it`,
  )
}

function checkWords({ text, place }: Block, locale: Locale, problems: Problems): void {
  for (const [pattern, words] of abbreviations[locale]) {
    const found = pattern.exec(text)?.[0]
    if (found) problems.warning('T07', place, `"${found.trim()}" is an abbreviation; write "${words}"`)
  }
  for (const [pattern, term] of otherTerms[locale]) {
    const found = pattern.exec(text)?.[0]
    if (found)
      problems.warning('T10', place, `"${found}" is called "${term}" here; one term for one thing (glossary.yml)`)
  }
  const hyped = hype[locale].exec(text)?.[0]
  if (hyped) problems.warning('T12', place, `"${hyped}" promises or frightens; say what it does`)
  for (const sentence of sentencesOf(text.replace(/["“”][^"“”]*["“”]/gu, ''))) {
    const human = humanVerbs[locale].exec(sentence)?.[0]
    if (!human || negation[locale].test(sentence)) continue
    problems.warning(
      'T11',
      place,
      `"${human}" makes a person of a program; say what it does: ${locale === 'sv' ? 'skriver, räknar, föreslår' : 'writes, calculates, suggests'}`,
    )
  }
}
