import type { Tokens } from 'marked'

import type { Problems } from '../problems/problem.ts'
import type { WrittenLesson } from '../written/written-page.ts'
import { checkFigures } from './figure-checks.ts'
import { wordsOf } from '../language/measure.ts'
import { checkAlt } from './picture-checks.ts'
import { isNearlyRight, minutesFor, secondsAnItem, wordCount, wordsAMinute, wordsToRead } from './minutes.ts'
import { allBlocks, plainText, runningText, type Section, sectionsOf, tokensOf } from '../markdown/prose.ts'
import { emptyLinkTexts, outcomeStart, vagueVerbs } from '../language/words.ts'

/** L01–L03, L05, L07, L08, L10–L18: what one lesson has to be in one language. */
export function checkLesson(lesson: WrittenLesson, problems: Problems): void {
  const sections = sectionsOf(lesson.body, lesson.locale)
  if (lesson.body.tokens.length === 0) return
  checkLength(lesson, sections, problems)
  checkOutcome(lesson, problems)
  checkHeadings(lesson, sections, problems)
  checkParagraphs(sections, problems)
  checkBlocks(lesson, sections, problems)
  checkThinking(lesson, sections, problems)
  checkPictures(lesson, problems)
  checkTables(lesson, problems)
  checkLinks(lesson, problems)
  checkReview(lesson, problems)
  checkFigures(lesson.locale, sections, problems)
}

function checkLength(lesson: WrittenLesson, sections: readonly Section[], problems: Problems): void {
  const { path, head, questions, isEasy = false } = lesson
  const words = wordCount(sections)
  const place = { path, line: 1 }
  // Easy Swedish says the same in fewer words.
  const least = isEasy ? 200 : 300
  const advice =
    words < least
      ? 'add the case or the example that makes it clear'
      : 'cut what is not needed for the outcome, or make two lessons'
  const message = `the lesson has ${words} words; ${least}–650 is right: ${advice}`
  if (words < least - 50 || words > 750) problems.error('L01', place, message)
  else if (words < least || words > 650) problems.warning('L01', place, message)

  const toRead = wordsToRead(lesson)
  const minutes = minutesFor(toRead, questions.length)
  const written = head.value?.minutes
  if (written !== undefined && written !== minutes) {
    const sum = `${toRead} words at ${wordsAMinute} a minute and ${questions.length} questions of ${secondsAnItem} s`
    const counted = `minutes is ${written}, but ${sum} make ${minutes}; leave minutes out, write minutes: ${minutes}, or let courses:check --fix do it`
    const severity = isNearlyRight(written, toRead, questions.length) ? 'warning' : 'error'
    problems[severity]('L02', head.at('minutes'), counted, { from: String(written), to: String(minutes) })
  }
  if (minutes < 3 || minutes > 7) {
    problems.error(
      'L03',
      head.at('minutes'),
      `the lesson takes ${minutes} minutes; 3–7 fit in a break, so split it or fill it`,
    )
  }
}

function checkOutcome({ head, locale }: WrittenLesson, problems: Problems): void {
  const outcome = head.value?.outcome
  if (outcome === undefined) return
  const [start, vague] = [outcomeStart[locale], vagueVerbs[locale].exec(outcome)?.[0]]
  if (!outcome.startsWith(start)) {
    problems.error(
      'L05',
      head.at('outcome'),
      `the outcome begins "${outcome.slice(0, 12)}…"; begin it with "${start}…" and a verb`,
    )
  } else if (vague) {
    problems.error(
      'L05',
      head.at('outcome'),
      `nobody can see somebody "${vague}"; use a verb that shows, such as ${locale === 'sv' ? 'avgöra, hitta, skriva' : 'decide, find, write'}`,
    )
  }
}

function checkHeadings({ path }: WrittenLesson, sections: readonly Section[], problems: Problems): void {
  const headings = sections.length - 1
  const words = wordCount(sections)
  if (headings > 0 && words / headings > 150) {
    const message = `${words} words under ${headings} headings is ${Math.round(words / headings)} each; at most 150: add a heading where a new thought begins`
    problems.warning('L07', { path, line: 1 }, message)
  }
  for (const { kind, level, place } of allBlocks(sections)) {
    if (kind === 'heading' && level === 1) {
      problems.warning(
        'L07',
        place,
        'a heading of level 1; the title is in the front matter, and headings in the text have "## "',
      )
    }
  }
}

function checkParagraphs(sections: readonly Section[], problems: Problems): void {
  for (const { text, place } of runningText(sections)) {
    const words = wordsOf(text).length
    if (words > 70)
      problems.warning('L08', place, `a paragraph of ${words} words; at most 70 are read on a phone: divide it`)
  }
}

function checkBlocks({ path, locale }: WrittenLesson, sections: readonly Section[], problems: Problems): void {
  const names = locale === 'sv' ? ['Gör nu', 'Kom ihåg'] : ['Do it now', 'Remember']
  const [doNow, remember] = (['do-now', 'remember'] as const).map((kind) =>
    sections.filter((section) => section.kind === kind),
  )
  if (doNow!.length !== 1) {
    const place = doNow![1]?.heading?.place ?? { path, line: 1 }
    problems.error(
      'L10',
      place,
      `the lesson has ${doNow!.length} blocks "${names[0]}"; it needs one, with a thing to do at work today`,
    )
  } else {
    const words = doNow![0]!.blocks.reduce((sum, block) => sum + wordsOf(block.text).length, 0)
    if (words < 25 || words > 80) {
      problems.error(
        'L10',
        doNow![0]!.heading!.place,
        `"${names[0]}" has ${words} words; 25–80 say what to do, with what, and when it is done`,
      )
    }
  }
  if (remember!.length !== 1) {
    const place = remember![1]?.heading?.place ?? { path, line: 1 }
    problems.error('L11', place, `the lesson has ${remember!.length} lists "${names[1]}"; it needs one, of 2–4 lines`)
  } else checkRemember(remember![0]!, names[1]!, problems)
}

function checkRemember({ heading, blocks }: Section, name: string, problems: Problems): void {
  const items = blocks.filter((block) => block.kind === 'item')
  if (items.length < 2 || items.length > 4) {
    problems.error('L11', heading!.place, `"${name}" has ${items.length} bullets; 2–4 are remembered`)
  }
  for (const { text, place } of items) {
    const words = wordsOf(text).length
    if (words > 15) problems.error('L11', place, `a line to remember has ${words} words; at most 15`)
  }
}

function checkThinking({ path }: WrittenLesson, sections: readonly Section[], problems: Problems): void {
  const opening = sections.slice(0, 2).flatMap(({ blocks }) => blocks)
  if (opening.some(({ text }) => text.includes('?'))) return
  const place = sections[1]?.heading?.place ?? { path, line: 1 }
  problems.warning(
    'L12',
    place,
    'nothing is asked before the explanation begins; let the reader decide something first',
  )
}

const inText = 'say what it shows, or put <!-- decorative --> after it'

function checkPictures({ body }: WrittenLesson, problems: Problems): void {
  const comments = new Set(
    tokensOf(body, 'html')
      .filter(({ token }) => /<!--\s*decorative\s*-->/.test(token.raw))
      .map(({ place }) => place.line),
  )
  for (const { token, place } of tokensOf(body, 'image')) {
    const image = token as Tokens.Image
    const isDecorative = [0, 1, 2].some((lines) => comments.has(place.line + lines))
    if (image.text.trim() !== '' || !isDecorative) checkAlt(image, inText, place, problems)
  }
}

function checkTables({ body }: WrittenLesson, problems: Problems): void {
  for (const { token, place } of tokensOf(body, 'table')) {
    const { header } = token as Tokens.Table
    if (header.length > 4)
      problems.warning('L14', place, `a table of ${header.length} columns; at most 4 fit on a phone`)
    if (header.every((cell) => cell.text.trim() === ''))
      problems.warning('L14', place, 'the table has no headings in its first row')
  }
}

function checkLinks({ body }: WrittenLesson, problems: Problems): void {
  for (const { token, place } of tokensOf(body, 'link')) {
    const text = plainText(token).trim()
    if (emptyLinkTexts.test(text)) {
      problems.error(
        'L15',
        place,
        `the link's text is "${text}"; name what it leads to, for those who hear links one by one`,
      )
    }
  }
}

/** Counted from the day it was checked, so that nothing depends on the calendar. */
function checkReview({ head }: WrittenLesson, problems: Problems): void {
  if (!head.value) return
  const { checked, review_by: review, tags } = head.value
  const months = tags.length > 0 ? 6 : 12
  const latest = new Date(`${checked}T00:00:00Z`)
  latest.setUTCMonth(latest.getUTCMonth() + months)
  const last = latest.toISOString().slice(0, 10)
  if (review <= last) return
  const why = tags.length > 0 ? ` for a lesson tagged ${tags.join(', ')}` : ''
  problems.error(
    'L16',
    head.at('review_by'),
    `review_by is more than ${months} months after checked${why}; write ${last} or earlier`,
  )
}
