import { expect, test, vi } from 'vitest'

import { CataloguePage, type CataloguePageProps } from '../../../web/pages/courses/catalogue-page.tsx'
import type { CourseView } from '../../../web/pages/courses/course-row.tsx'
import { LessonPage } from '../../../web/pages/courses/lesson-page.tsx'
import type { LessonPageProps } from '../../../web/pages/courses/lesson-view.ts'
import { WholeWords } from '../../../web/components/whole-words.tsx'
import { ErasePage } from '../../../web/pages/accounts/erase-page.tsx'
import { ErrorPage } from '../../../web/pages/errors/error-page.tsx'
import { amira, frame, html } from './frame.ts'

vi.mock('virtual:page-assets', () => ({
  pageAssets: { stylesheet: '/a.css', script: '/a.js', textFont: '/t.woff2', headFont: '/h.woff2' },
}))

const course: CourseView = {
  id: 'granska-svaret',
  title: 'Granska <svaret>',
  summary: 'Se vad i ett svar som måste kontrolleras.',
  audience: 'Alla som får svar från AI',
  href: '/sv/courses/granska-svaret',
  cell: 'CHK-2',
  area: 'Granska AI',
  level: 'Tillämpa',
  lessons: 5,
  minutes: 26,
  lessonsDone: 0,
  minutesLeft: 26,
  begun: false,
  done: false,
  badgeDay: undefined,
  openTest: undefined,
  steps: [{ lesson: 'why', questions: ['a', 'b'] }],
}

function catalogue(more: Partial<CataloguePageProps> = {}): string {
  const choice = { level: undefined, area: undefined }
  const props = {
    frame: frame(),
    total: 1,
    courses: [course],
    choice,
    areas: [],
    paths: [],
    starter: false,
    resume: undefined,
    begin: '/sv/courses/granska-svaret/why',
    ...more,
  }
  return html(<CataloguePage {...props} />)
}

test('the catalogue counts the courses that there are, also when the choice leaves fewer', () => {
  expect(catalogue()).toContain('En kort kurs')
  expect(catalogue({ total: 12 })).toContain('12 korta kurser')
})

test('each course says its level, size and state in words', () => {
  const page = catalogue()
  expect(page).toContain('Granska &lt;svaret&gt;')
  expect(page).toContain('Tillämpa')
  expect(page).toContain('Se vad i ett svar som måste kontrolleras.')
  expect(page).toContain('För: Alla som får svar från AI')
  expect(page).toContain('5 lektioner, 26 min')
  expect(page).toContain('Inte påbörjad')
  expect(catalogue({ courses: [{ ...course, begun: true, lessonsDone: 1, minutesLeft: 21 }] })).toContain(
    '1 av 5 lektioner klar, ca 21 minuter kvar',
  )
})

test('the lessons of a course are one thing and its badge another: each is said for itself', () => {
  const both = catalogue({ courses: [{ ...course, begun: true, done: true, badgeDay: '12 januari' }] })
  expect(both).toMatch(/Klar<\/p>[\s\S]*Märke sedan 12 januari<\/p>/)
  const badgeAlone = catalogue({ courses: [{ ...course, badgeDay: '12 januari' }] })
  expect(badgeAlone).toContain('Lektioner: 0 av 5 klara')
  expect(badgeAlone).toContain('Märke sedan 12 januari')
  expect(badgeAlone).not.toMatch(/Klar<|kvar/)
})

test('a choice that leaves nothing says so, and shows the way back', () => {
  const page = catalogue({ courses: [] })
  expect(page).toContain('Ingen kurs passar')
  expect(page).toContain('<a href="/sv">Visa alla kurser</a>')
})

test('the choice is a plain form that asks by address', () => {
  expect(catalogue()).toContain('<form class="filter" method="get" action="/sv">')
})

test('whoever is new finds the first lesson at the top, before anything to choose', () => {
  const page = catalogue()
  expect(page.indexOf('href="/sv/courses/granska-svaret/why"')).toBeLessThan(page.indexOf('class="filter"'))
  expect(page).toContain('Ny på AI? Börja här')
})

test('whoever has begun is led to the exact step', () => {
  const step = { href: '/sv/courses/granska-svaret/three#q-b', step: 'Fråga 2 i lektion 2' }
  const page = catalogue({
    resume: { title: 'Granska svaret', cell: 'CHK-2', lessonsDone: 1, lessonsTotal: 5, minutesLeft: 21, ...step },
  })
  expect(page).toContain('href="/sv/courses/granska-svaret/three#q-b"')
  expect(page).toContain('Fråga 2 i lektion 2')
  expect(page, 'one way on').not.toContain('Ny på AI?')
})

const options = [{ token: 't', text: 'Det' }]
const question = { type: 'single' as const, id: 'q1', version: 'v', choose: 1, stem: 'Vad?', options }

function lesson(more: Partial<LessonPageProps> = {}): string {
  const steps = [
    { id: 'why', title: 'Varför', minutes: 4, done: true },
    { id: 'three', title: 'Tre frågor', minutes: 1, done: false },
  ]
  const own = {
    id: 'why',
    title: 'Varför',
    outcome: 'Du kan det.',
    minutes: 4,
    body: '<p>Text</p>',
    examples: undefined,
    text: undefined,
    checked: new Date('2026-11-23'),
  }
  const questions = [
    {
      state: 'open' as const,
      question,
      answerId: 'id-1',
      hints: [],
      given: [],
      error: undefined,
      asksConfidence: true,
      confidence: undefined,
    },
  ]
  const props = {
    frame: frame(),
    course: { id: 'c', title: 'Kursen', badge: 'AI-granskare' },
    lesson: own,
    steps,
    guesses: [],
    contacts: [],
    questions,
  }
  return html(<LessonPage {...props} sureness={undefined} progressUnavailable={false} {...more} />)
}

test('a lesson says in words when it is done, how far one is and what comes next', () => {
  const page = lesson()
  expect(page).toContain('rätt eller fel')
  expect(page).toContain('0 av 1 fråga besvarad')
  expect(page).toContain('Nästa: lektion 2 av 2, ca 1 minut')
  expect(page).toContain('href="/sv/courses/c/three"')
  expect(page).toContain('Texten kontrollerades 23 november 2026.')
})

test('after the last lesson comes the badge test', () => {
  const last = {
    id: 'three',
    title: 'Tre frågor',
    outcome: '',
    minutes: 1,
    body: '',
    examples: undefined,
    text: undefined,
    checked: new Date('2026-11-23'),
  }
  const page = lesson({ lesson: last })
  expect(page).toContain('Ta märket AI-granskare')
  expect(page).toContain('href="/sv/courses/c/badge"')
})

test('signed out, a lesson says where the answers are kept, with scripts and without', () => {
  const page = lesson()
  expect(page).toContain('<p data-with-script')
  expect(page).toContain('<p data-without-script')
  expect(lesson({ frame: frame({ learner: amira }) })).not.toContain('data-with-script')
})

test('when the database is gone the lesson is there, and says what is missing', () => {
  expect(lesson({ progressUnavailable: true })).toContain('Inget är borta.')
  expect(lesson()).not.toContain('Inget är borta.')
})

test.each(['not-found', 'forbidden', 'conflict', 'too-large', 'invalid', 'too-many', 'unavailable', 'bug'] as const)(
  'the error page for %s says that nothing is lost, what to do, and which number to name',
  (kind) => {
    const page = html(<ErrorPage frame={frame()} kind={kind} requestId="N-1" />)
    expect(page).toMatch(/Inget är (borta|ändrat)/)
    expect(page).toContain('<strong class="nowrap">N-1</strong>')
    expect(page).toContain('class="button button--wide"')
    expect(page).toContain('noindex')
  },
)

test('a form that is too large is told how large it may be', () => {
  expect(html(<ErrorPage frame={frame()} kind="too-large" requestId="N-1" />)).toContain('64 kB')
})

test('a heading does not end a line in the middle of a word with a hyphen', () => {
  expect(html(<WholeWords text="Vad AI-granskare visar" />)).toBe('Vad <span class="whole">AI-granskare</span> visar')
})

test('what goes with an account is a list that looks like one', () => {
  const inherited = [{ id: 'c1', name: 'Siljans Plåt', heir: null }]
  const page = html(<ErasePage frame={frame({ learner: amira })} email="a@b.example" inherited={inherited} />)
  expect(page.match(/<ul class="bullets">/g)).toHaveLength(2)
})
