import { catalogue } from 'virtual:catalogue'
import { expect, test } from 'vitest'

import { wholeCourse } from '../../worker/courses/course-parts.ts'
import { Browser } from '../support/worker.ts'

/** The part of the page that is about one cell, as text. */
function cell(page: string, id: string): string {
  const html =
    new RegExp(`<li class="competence-cell" id="${id}">[\\s\\S]*?(?=<li class="competence-cell"|</main>)`).exec(
      page,
    )?.[0] ?? ''
  return html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
}

/** Practice questions of all courses that ask for an outcome of a cell. */
async function practising(id: string): Promise<number> {
  const courses = await Promise.all(catalogue.courses.map((course) => wholeCourse(catalogue, course.id)))
  const questions = courses.flatMap((course) => course.lessons).flatMap((lesson) => lesson.questions)
  return questions.filter(({ competence }) => competence.slice(0, -1) === id).length
}

test('the framework says what each cell means, which lessons teach it and how much practises it', async () => {
  const page = await new Browser().get('/sv/competences')
  expect([page.status, page.trips]).toEqual([200, 0])
  expect(cell(page.text, 'CHK-1')).toContain(
    'Nivå 1: Grund Du kan hitta påståenden bekräfta Det lär du dig i Granska svaret',
  )
  expect(cell(page.text, 'CHK-1')).toMatch(/Varför fel låter rätt.*Tre frågor/)
  expect(cell(page.text, 'CHK-1')).toContain(` ${await practising('CHK-1')} övningsfrågor`)
  expect(cell(page.text, 'CHK-2')).toContain('1 övningsfråga')
  expect(cell(page.text, 'CHK-2')).not.toContain('Varför fel låter rätt')
  expect(page.text).toContain('href="/sv/courses/granska-svaret/three-questions"')
})

test('it is as much at home in English', async () => {
  const { text } = await new Browser().get('/en/competences')
  expect(cell(text, 'CHK-2')).toContain('Level 2: Apply You can match You learn it in Check the answer')
})

test('the course leads to its cells, the catalogue and the footer to the page', async () => {
  const browser = new Browser()
  expect((await browser.get('/sv/courses/granska-svaret')).text).toContain(
    '<a href="/sv/competences#CHK-2">Granska AI, nivå 2</a>',
  )
  expect((await browser.get('/sv')).text.match(/href="\/sv\/competences"/g)).toHaveLength(2)
})

test('a program gets the same', async () => {
  const { text } = await new Browser().get('/api/v1/competences?locale=en')
  const { version, cells } = JSON.parse(text)
  expect(version).toBe(1)
  expect(cells[1]).toEqual({
    id: 'CHK-2',
    area: 'Check AI',
    level: 'Apply',
    outcomes: [{ id: 'CHK-2a', text: 'match' }],
    lessons: [{ course: 'granska-svaret', lesson: 'three-questions' }],
    questions: 1,
  })
})
