import { rm } from 'node:fs/promises'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type Compilation, compileCourses } from '../../../tools/authoring/compile/compile.ts'
import { readCourses } from '../../../tools/authoring/files/read-courses.ts'
import type { Course } from '../../../formats/catalogue/catalogue.ts'
import { exemplarsFolder } from '../../support/exemplars.ts'

let folder: string
let compiled: Compilation
let course: Course

beforeAll(async () => {
  folder = await exemplarsFolder()
  compiled = compileCourses(await readCourses(folder, ''), 'courses', '2026-11-29', { teaching: true })
  course = compiled.courses.find(({ id }) => id === 'tre-lektioner')!
})
afterAll(() => rm(folder, { recursive: true }))

describe('the three model lessons of the second edition', () => {
  test('compile without an error, and no sentence of theirs is left out', () => {
    const told = compiled.problems.filter(({ path }) => path.includes('tre-lektioner'))
    expect(told.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(told.filter(({ id }) => id === 'S41')).toEqual([])
  })

  test('are warned of nothing but what a course of three lessons and a filled-up pool lacks', () => {
    const warned = compiled.problems.filter(({ path }) => path.includes('tre-lektioner'))
    expect(warned.map(({ id, path }) => `${id} ${path.split('/').slice(2).join('/')}`)).toEqual([
      'L04 course.yml',
      'L22 course.yml',
      'L23 course.yml',
      // Twelve words more than six minutes hold.
      'L02 en/06-report-with-links.md',
      'Q22 sv/badge.md',
      'Q27 sv/badge.md',
    ])
    expect(warned.find(({ id }) => id === 'L23')!.message).toContain('in 1 lessons')
  })

  test('hold every kind of exercise that they are there to show', () => {
    const [seen, phone, report] = course.lessons
    expect(seen!.questions.map(({ type }) => type)).toEqual(['match', 'spot', 'single', 'multiple'])
    expect(seen!.body.sv).toMatch(/<figure class="figure"><img [^>]+><figcaption>Överraskningarna/)
    expect(seen!.body.sv).toContain('<aside class="quote quote--tool">')
    expect(phone!.questions.map(({ type }) => type)).toEqual(['branch', 'single', 'single'])
    expect(phone!.estimates).toEqual([{ id: 'proof-in-the-call', answer: 0, unit: { sv: 'av 5', en: 'of 5' } }])
    expect(report!.questions.map(({ type }) => type)).toEqual(['replay', 'single', 'number', 'single'])
    expect(report!.questions.map(({ hints }) => hints?.sv.length ?? 0)).toEqual([0, 0, 2, 0])
    expect(seen!.questions.find(({ type }) => type === 'spot')).toMatchObject({ key: [] })
  })

  test('send to headings that are there, in both languages', () => {
    const { lessons } = compiled.summaries.find(({ id }) => id === 'tre-lektioner')!
    for (const { id, questions } of course.lessons) {
      const sections = lessons.find((lesson) => lesson.id === id)!.sections.map((section) => section.id)
      for (const { from } of questions) expect(sections).toContain(from)
    }
    expect(course.pool.filter(({ from }) => from === undefined)).toEqual([])
  })
})
