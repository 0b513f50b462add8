import { toldAfter } from './told-after.ts'
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import type { Hono } from 'hono'
import { catalogue } from 'virtual:catalogue'

import { wholeCourse } from '../../worker/courses/course-parts.ts'
import type { Question } from '../../formats/catalogue/catalogue.ts'
import type { App } from '../../worker/http/open-visit.ts'
import { optionTokens } from '../../worker/quizzes/option-tokens.ts'
import { bindings } from './worker.ts'

export interface Placed {
  course: string
  page: string
  question: Question
}

/** Every question there is, where it stands: a lesson's id, or `badge`. */
export async function placedQuestions(): Promise<Placed[]> {
  const courses = await Promise.all(catalogue.courses.map(({ id }) => wholeCourse(catalogue, id)))
  return courses.flatMap(({ id: course, lessons, pool }) => [
    ...lessons.flatMap(({ id: page, questions }) => questions.map((question) => ({ course, page, question }))),
    ...pool.map((question) => ({ course, page: 'badge', question })),
  ])
}

/** Every place in which a question does not stand, and two that are none. */
export function wrongPlaces({ course: own, page: stands }: Placed): { course: string; page: string }[] {
  const pages = catalogue.courses.flatMap(({ id: course, lessons }) =>
    [...lessons.map(({ id }) => id), 'badge', 'anything'].map((page) => ({ course, page })),
  )
  return [...pages, { course: 'no-course', page: stands }].filter(
    ({ course, page }) => course !== own || page !== stands,
  )
}

/** Routes of an app that take something in, or name a question in their address. */
export function routesAsking({ routes }: Pick<Hono<App>, 'routes'>, named: RegExp): { method: string; path: string }[] {
  const all = routes.filter(({ method, path }) => method !== 'ALL' && path.includes('/') && named.test(path))
  return [...new Map(all.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()]
}

interface Asking {
  app: Pick<Hono<App>, 'fetch'>
  route: { method: string; path: string }
  placed: Placed
  place: { course: string; page: string }
  attempt: string
  cookie: string
}

/** Sends a question to a route as if it stood in a place, in every form a route may read, and gives all answers. */
export async function askAt({ app, route, placed, place, attempt, cookie }: Asking): Promise<string[]> {
  const values: Record<string, string> = {
    l: 'sv',
    course: place.course,
    lesson: place.page,
    question: placed.question.id,
    id: /attempts/.test(route.path) ? attempt : crypto.randomUUID(),
    attempt,
  }
  const path = route.path.replace(/:(\w+)(\{[^/]*\})?/g, (_, name: string) => values[name] ?? 'x')
  if (route.method === 'GET') return [await send(app, path, { headers: { cookie } })]
  const [form, list, record] = await bodiesFor(placed, place)
  const bodies = route.path.startsWith('/api/') ? [list, record] : /takeover/.test(route.path) ? [list] : [form]
  const answers = []
  for (const [type, body] of bodies) {
    const headers = { 'content-type': type, cookie, origin: 'http://navet.example', 'x-fragment': '1' }
    answers.push(await send(app, path, { method: route.method, body, headers }))
  }
  return answers
}

async function bodiesFor({ question }: Placed, { course, page: lesson }: { course: string; page: string }) {
  const { id, version } = question
  const tokens = (await optionTokens(question, String(bindings().SECRET))).slice(0, question.type === 'order' ? 9 : 1)
  const text = tokens.length === 0 ? '3900' : undefined
  const form = new URLSearchParams({ id: crypto.randomUUID(), question: id, version, page: lesson, next: '', l: 'sv' })
  for (const token of tokens) form.append('o', token)
  for (const token of tokens) form.append(`q.${id}`, token)
  if (text) form.append('t', text)
  form.set('text', 'Fel.')
  const given = text ?? tokens
  const answer = { id: crypto.randomUUID(), version, tokens, text, course, lesson, question: id, at: Date.now() }
  const json = { question: id, version, tokens: text ? undefined : tokens, text }
  return [
    ['application/x-www-form-urlencoded', form.toString()],
    ['application/json', JSON.stringify({ ...json, answers: [answer] })],
    ['application/json', JSON.stringify({ ...json, answers: { [id]: given } })],
  ] as const
}

async function send(app: Pick<Hono<App>, 'fetch'>, path: string, init: RequestInit): Promise<string> {
  const context = createExecutionContext()
  const request = new Request(`http://navet.example${path}`, { redirect: 'manual', ...init })
  const response = await app.fetch(request, bindings(), context)
  const text = await response.text()
  await waitOnExecutionContext(context)
  return text
}

/** Whether an answer tells any of the reasons of a question. */
export function tells(answer: string, { text }: Question): boolean {
  const reasons = [text.sv, text.en].flatMap(toldAfter)
  const plain = answer.replaceAll('\\"', '"')
  return reasons.some((reason) => plain.includes(reason))
}
