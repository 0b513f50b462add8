import '../../../../../web/styles/index.css'
import { course } from 'virtual:played-course'

import { translator } from '../../../../../web/messages/translate.ts'
import { readGuesses } from '../../../../../worker/courses/read-guesses.ts'
import type { Given } from '../../../../../worker/questions/given.ts'
import { hashOf } from './hash-of.ts'
import { Lms } from './lms.ts'
import { fieldNames, LessonPage } from './page.tsx'
import type { PlayedLesson } from './played-course.ts'
import { Player } from './player.ts'
import { type Progress, recalled, remembered, scoreOf, statusOf } from './progress.ts'
import { words } from './words.ts'

const { locale } = course
const own = words[locale]
const frame = {
  locale,
  t: translator(locale),
  learner: undefined,
  theme: 'auto',
  path: '',
  section: 'none',
  demo: false,
} as const
const asked = course.lessons.flatMap(({ questions }) => questions)
const content = document.querySelector<HTMLElement>('#content')!
const lms = Lms.open(window)
/** By the names of their fields; of this visit alone, for a guess counts nowhere. */
const guessed = new Map<string, string>()
let notice: string | undefined = lms ? undefined : own.alone
const player = new Player(course, frame, readProgress(), shuffled)
let lesson = lessonIn(location.hash) ?? lessonBefore()

document.title = course.title
draw()
keep()
goOn()

addEventListener('hashchange', () => {
  const wanted = lessonIn(location.hash)
  if (!wanted || wanted === lesson) return
  lesson = wanted
  draw()
  keep()
  scrollTo(0, 0)
  content.querySelector('h1')?.focus()
})
content.addEventListener('submit', (event) => {
  event.preventDefault()
  const form = event.target as HTMLFormElement
  if (form.closest('.estimate')) return guess(form)
  const given = givenIn(new FormData(form, event.submitter))
  change(form.closest('[id^="q-"]')!.id.slice('q-'.length), (question) => player.answer(question, given))
})
content.addEventListener('click', (event) => {
  const target = event.target as Element
  const again = target.closest<HTMLElement>('[data-again]')?.dataset.again
  if (again !== undefined) change(again, (question) => player.askAgain(question))

  const anew = target.closest<HTMLAnchorElement>('.estimate a')
  if (anew) {
    event.preventDefault()
    guessed.delete(anew.hash.slice(1))
    drawAt(anew.hash.slice(1))
  }

  const back = target.closest<HTMLAnchorElement>('a[href*="?far="]')
  if (!back) return
  event.preventDefault()
  const query = new URL(back.href).searchParams
  change(query.get('far')!, (question) => player.askAgain(question, query.getAll(fieldNames.tokens)))
})
addEventListener('pagehide', () => lms?.close())

function readProgress(): Progress {
  try {
    return recalled(lms?.read('cmi.suspend_data') ?? '', asked)
  } catch {
    notice = own.unread
    return new Map()
  }
}

function lessonBefore(): PlayedLesson {
  const id = lms?.read('cmi.core.lesson_location')
  return course.lessons.find((each) => each.id === id) ?? course.lessons[0]!
}

function lessonIn(hash: string): PlayedLesson | undefined {
  return course.lessons.find(({ id }) => hashOf(id) === hash)
}

function draw(): void {
  const done = new Set(course.lessons.filter((each) => player.isDone(each)).map(({ id }) => id))
  const questions = lesson.questions.map((question) => player.drawn(question))
  const guesses = readGuesses(lesson.estimates, (name) => guessed.get(name), locale)
  content.innerHTML = String(LessonPage({ frame, course, lesson, done, guesses, questions, notice }))
}

function drawAt(place: string): void {
  draw()
  const shown = document.getElementById(place)!
  shown.focus({ preventScroll: true })
  shown.scrollIntoView()
}

function guess(form: HTMLFormElement): void {
  for (const [name, value] of new FormData(form)) guessed.set(name, String(value))
  drawAt(form.closest('.estimate')!.id)
}

/** What the platform is told: where one is, how far, and how it went. */
function keep(): void {
  if (!lms) return
  const values: Record<string, string> = {
    'cmi.core.lesson_location': lesson.id,
    'cmi.core.lesson_status': statusOf(player.progress, asked, lms.read('cmi.core.lesson_status')),
    'cmi.core.exit': 'suspend',
    'cmi.suspend_data': remembered(player.progress, asked),
  }
  if (player.progress.size > 0) {
    values['cmi.core.score.min'] = '0'
    values['cmi.core.score.max'] = '100'
    values['cmi.core.score.raw'] = String(scoreOf(player.progress, asked))
  }
  if (!lms.keep(values)) notice = own.unkept
  else if (notice === own.unkept) notice = undefined
}

function change(id: string, make: (question: (typeof asked)[number]) => void): void {
  make(lesson.questions.find((question) => question.id === id)!)
  keep()
  draw()
  const shown = document.getElementById(`q-${id}`)!
  const place = shown.querySelector<HTMLElement>('[role="alert"], [data-step]') ?? shown
  place.focus({ preventScroll: true })
  place.scrollIntoView()
}

/** Somebody who was in the midst of a lesson's questions comes back to the first that is left. */
function goOn(): void {
  const left = lesson.questions.find(({ id }) => !player.progress.has(id))
  if (left && left !== lesson.questions[0]) document.getElementById(`q-${left.id}`)?.scrollIntoView()
}

function givenIn(data: FormData): Given {
  const fields = [...data].map(([name, value]) => [name, String(value)] as const)
  const places = fields.filter(([name]) => name.startsWith(fieldNames.places))
  if (places.length > 0)
    return { places: Object.fromEntries(places.map(([name, value]) => [name.slice(fieldNames.places.length), value])) }
  const typed = fields.find(([name]) => name === fieldNames.text)
  return typed ? typed[1] : fields.filter(([name]) => name === fieldNames.tokens).map(([, value]) => value)
}

function shuffled(ordinals: number[]): number[] {
  return ordinals
    .map((ordinal) => ({ ordinal, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ ordinal }) => ordinal)
}
