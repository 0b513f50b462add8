import { beforeAll, describe, expect, test } from 'vitest'

import { compileCourses } from '../../../../tools/authoring/compile/compile.ts'
import { readCourses } from '../../../../tools/authoring/files/read-courses.ts'
import { courseHtml } from '../../../../tools/authoring/commands/export/course-html.ts'
import { ownIds } from '../../../../tools/authoring/commands/export/own-ids.ts'
import { portableBody } from '../../../../tools/authoring/commands/export/portable-body.ts'
import { asKey, asPaper } from '../../../../tools/authoring/commands/export/question-paper.ts'
import { type Taught, tradesLeft } from '../../../../tools/authoring/commands/export/taught.ts'
import { authoringOf } from '../../../../tools/authoring/questions/registry.ts'
import type { Course, Locale } from '../../../../formats/catalogue/catalogue.ts'
import { allTypes, folderWith } from '../written-questions.ts'

let taught: (locale: Locale) => Taught
let pool: Course['pool']

beforeAll(async () => {
  const { courses, summaries, images } = compileCourses(await readCourses('courses', ''))
  const { pool: own, ...course } = courses.find(({ id }) => id === 'ai-utan-hype')!
  pool = own
  const summary = summaries.find(({ id }) => id === 'ai-utan-hype')!
  const shown = images.filter(({ address }) => address.startsWith('/assets/courses/ai-utan-hype/'))
  taught = (locale) => ({ summary, course, images: shown, locale })
})

describe.each(['sv', 'en'] as const)('a course as one page (%s)', (locale) => {
  test('holds every lesson, every practice question and its key, and nothing of the badge test', async () => {
    const html = await courseHtml(taught(locale))
    const { course, summary } = taught(locale)
    for (const [i, { id, questions }] of course.lessons.entries()) {
      expect(html).toContain(`<section class="part" id="${id}">`)
      expect(html).toContain(summary.lessons[i]!.outcome[locale].replaceAll("'", '&#39;'))
      for (const { text } of questions) expect(html).toContain(text[locale].stem)
    }
    expect(pool.length).toBeGreaterThan(19)
    for (const { text } of pool) expect(html).not.toContain(text[locale].stem)
  })

  test('needs nothing beside it: every id is there once, every reference is met, nothing is fetched or run', async () => {
    const html = await courseHtml(taught(locale))
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    const named = [...html.matchAll(/\s(?:for|aria-\w+by|popovertarget|href)="(#?)([^"]+)"/g)]
      .filter(([whole, hash]) => !whole.includes('href') || hash)
      .flatMap(([, , names]) => names!.split(' '))
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((name) => !ids.includes(name))).toEqual([])
    expect(html).not.toMatch(/<script|\ssrc="(?!data:)|<link|url\((?!["']?(data:|#))|\son\w+="|href="\//)
  })
})

test.each(allTypes)('a question of type %s is asked on paper without its key, and answered in the key', (type) => {
  const question = folderWith(type).question('new-one')
  const exported = authoringOf(question).export(question, 'sv')
  const [paper, key] = [asPaper(exported, 'sv'), asKey(exported, 'sv')]
  expect(paper).toContain(exported.stem)
  for (const reason of reasonsOf(question.text.sv)) expect(paper).not.toContain(reason)
  const told = exported.form === 'reading' ? exported.answer : reasonsOf(question.text.sv)
  expect(told.length).toBeGreaterThan(0)
  expect(told.some((words) => key.includes(words))).toBe(true)
})

function reasonsOf(text: object): string[] {
  const found = JSON.stringify(text).matchAll(/"(?:feedback|right|wrong)":("(?:[^"\\]|\\.)*")/g)
  return [...found].map(([, reason]) => JSON.parse(reason!) as string)
}

test('pairs and an order stand on paper in a sequence that tells nothing', () => {
  const [match, order] = ['match', 'order'].map((type) => folderWith(type as 'match').question('new-one'))
  const paper = asPaper(authoringOf(match!).export(match!, 'sv'), 'sv')
  const rights = ['Låt två godkänna', 'Lägg på luren', 'Ring numret ni redan har', 'Svara i morgon']
  expect(rights.toSorted((a, b) => paper.indexOf(a) - paper.indexOf(b))).toEqual(rights)
  const items = authoringOf(order!).export(order!, 'sv')
  expect(items.form === 'reading' && items.parts).toEqual(items.form === 'reading' && items.answer.toSorted())
})

test('what leads into the site keeps its words, other sites open beside it, and pictures are where they are said to be', () => {
  const html =
    '<p><a href="/sv/courses/x/one">ett</a> <a class="y" href="/sv/courses/z">två</a> <a href="https://imy.se/x">tre</a></p><img alt="En bild" src="/assets/courses/x/a.svg">'
  const page = (address: string) => (address === '/sv/courses/x/one' ? '#one' : undefined)
  expect(portableBody(html, { page, picture: () => 'a.svg' })).toBe(
    '<p><a href="#one">ett</a> två <a target="_blank" rel="noopener" href="https://imy.se/x">tre</a></p><img alt="En bild" src="a.svg">',
  )
})

test('ids of one page stand beside those of another', () => {
  const html =
    '<section id="words" aria-labelledby="x"><i aria-labelledby="a b"></i><a href="#words">x</a><a href="https://x.se/#words">y</a>'
  expect(ownIds(html, 'one')).toBe(
    '<section id="one-words"><i aria-labelledby="one-a one-b"></i><a href="#one-words">x</a><a href="https://x.se/#words">y</a>',
  )
})

test('examples of a trade, which readers of the site choose, are named as left out', () => {
  const own = taught('sv')
  const [first, ...others] = own.course.lessons
  const lessons = [{ ...first!, variants: { bygg: first!.body } }, ...others]
  expect(tradesLeft(own)).toEqual([])
  expect(tradesLeft({ ...own, course: { ...own.course, lessons } })).toEqual([
    `${first!.id}: the examples for bygg; those for everybody stand there`,
  ])
})
