import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { Memory } from '../../../../tools/authoring/files/memory.ts'
import { lineOf } from '../../../../tools/authoring/problems/problem.ts'
import { dictionaryOf } from '../../../../tools/authoring/spelling/dictionaries.ts'
import { CoursesFolder, en, firstCourseFolder, sv } from '../courses.ts'

// A false alarm is a fault: what is here was chosen by reading, and no check may say a word of it.

const pools = { sv: 'granska-svaret/sv/badge.md', en: 'granska-svaret/en/badge.md' }
const lessons = { sv, en }
const memory = new Memory()

function good(locale: 'sv' | 'en', file: string): string {
  return readFileSync(join(import.meta.dirname, '../../../fixtures/good-texts', locale, file), 'utf8')
}

function paragraphsOf(locale: 'sv' | 'en'): string[] {
  return good(locale, 'paragraphs.md')
    .split(/\n\n+/)
    .filter((text) => text.trim() !== '' && !text.startsWith('<!--'))
}

/** What every check says of the files of one lesson, or of the pool. */
function saidOf(folder: CoursesFolder, paths: { sv: string; en: string }): string[] {
  const { problems } = folder.compile('2026-11-29', { teaching: true, dictionaryOf, memory })
  return problems.filter(({ path }) => path.endsWith(paths.sv) || path.endsWith(paths.en)).map(lineOf)
}

/** The first course, with a lesson that leaves its minutes to be counted and has room for a paragraph. */
function course(): CoursesFolder {
  const folder = new CoursesFolder(firstCourseFolder)
  for (const path of [sv, en]) {
    const text = folder.read(path)
    const shorter = text.replace(/(<!-- id: tone -->\n\n.+\n\n).+\n\n/, '$1')
    if (shorter === text) throw new Error(`${path} has no second paragraph to leave out`)
    folder.write(path, shorter)
  }
  return folder.editBoth('minutes: 6\n', '')
}

const paragraphs = paragraphsOf('sv').map((text, i) => ({ i, sv: text, en: paragraphsOf('en')[i]! }))
const before = saidOf(course(), lessons)

test('there are forty paragraphs and twenty questions of each language', () => {
  for (const locale of ['sv', 'en'] as const) {
    expect(paragraphsOf(locale)).toHaveLength(40)
    expect(good(locale, 'questions.md').match(/^### /gm)).toHaveLength(20)
  }
})

/** Messages name lines, which move down by what is put in. */
function withoutPlaces(said: readonly string[]): string[] {
  return said.map((line) => line.replace(/:\d+:\d+/, '')).toSorted()
}

test.each(paragraphs)('nothing is said of paragraph $i: $sv', (paragraph) => {
  const folder = course()
    .edit(sv, '\n\n## Lagom koll', `\n\n${paragraph.sv}\n\n## Lagom koll`)
    .edit(en, '\n\n## The right amount', `\n\n${paragraph.en}\n\n## The right amount`)
  expect(withoutPlaces(saidOf(folder, lessons))).toEqual(withoutPlaces(before))
})

test('nothing is said of a pool of the twenty questions', () => {
  const folder = course().remove('granska-svaret/sv-lattlast/badge.md')
  for (const locale of ['sv', 'en'] as const)
    folder.write(
      pools[locale],
      `---\ntitle: ${locale === 'sv' ? 'Granska svaret' : 'Check the answer'}\n---\n\n${good(locale, 'questions.md')}`,
    )
  expect(saidOf(folder, pools)).toEqual([])
})
