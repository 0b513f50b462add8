import { sql } from 'drizzle-orm'
import { catalogue } from 'virtual:catalogue'

import type { Question } from '../../formats/catalogue/catalogue.ts'
import { loadLesson } from '../../worker/courses/find.ts'
import { answers } from '../../worker/db/schema/quizzes.ts'
import { type Answer, bindings, Browser, database } from './worker.ts'

const db = database(bindings())
export const path = (locale: 'sv' | 'en' = 'sv') => `/${locale}/courses/all-types/every-type`

export interface Form {
  action: string
  id: string
  version: string
  html: string
  /** Tokens of options or items by their words. */
  tokens: Map<string, string>
}

export function formOf(page: Answer, question: string): Form {
  const html = new RegExp(`<form class="question" id="q-${question}"[\\s\\S]*?</form>`).exec(page.text)?.[0] ?? ''
  const options = [...html.matchAll(/name="o" value="([^"]+)"[^>]*\/><span>([\s\S]*?)<\/span>/g)]
  const items = [...html.matchAll(/<label id="(?:item|left)-([^"]+)"[^>]*>([\s\S]*?)<\/label>/g)]
  const cards = [...html.matchAll(/<button[^>]* class="card" value="([^"]+)"[^>]*>([\s\S]*?)<\/button>/g)]
  return {
    html,
    action: /action="([^"]+)"/.exec(html)![1]!,
    id: /name="id" value="([^"]+)"/.exec(html)![1]!,
    version: /name="version" value="([^"]+)"/.exec(html)![1]!,
    tokens: new Map([...options, ...items, ...cards].map(([, token, words]) => [words!, token!])),
  }
}

export async function questionOf(id: string): Promise<Question> {
  const { questions } = await loadLesson(catalogue, 'all-types', 'every-type')
  return questions.find((question) => question.id === id)!
}

export const sequence = ['Läs hela', 'Stryk under', 'Kontrollera', 'Skicka']

/** Fields of an order: places by the beginnings of the items' words. */
export function places({ tokens }: Form, ...wanted: string[]): Record<string, string> {
  const of = (beginning: string) => [...tokens].find(([words]) => words.startsWith(beginning))![1]
  return Object.fromEntries(sequence.map((beginning, i) => [`p.${of(beginning)}`, wanted[i] ?? '']))
}

const actions = [
  ['Ett sms', 'Ring på'],
  ['En röst', 'Lägg på'],
  ['Ett videomöte', 'Låt två'],
] as const

/** Fields of a match: right sides by the beginnings of their words, in the sequence of the left ones. */
export function pairs({ tokens }: Form, ...wanted: string[]): Record<string, string> {
  const of = (beginning: string) => [...tokens].find(([words]) => words.startsWith(beginning))![1]
  return Object.fromEntries(actions.map(([left], i) => [`p.${of(left)}`, wanted[i] ? of(wanted[i]) : '']))
}

/** Answers a question as a form without scripts does, and reads the page that comes then. */
export async function send(
  browser: Browser,
  question: string,
  fields: (form: Form) => object,
  locale: 'sv' | 'en' = 'sv',
) {
  const { action, ...form } = formOf(await browser.get(`${path(locale)}?again=${question}`), question)
  const sent = { id: form.id, version: form.version, ...fields({ action, ...form }) }
  const reply = await browser.post(action, sent)
  return reply.status === 303 ? browser.get(path(locale)) : reply
}

export async function kept(email: string) {
  return db
    .select()
    .from(answers)
    .where(sql`learner = (select id from users where email = ${email})`)
}

export const right = {
  'what-to-do': (form: Form) => pairs(form, 'Ring på', 'Lägg på', 'Låt två'),
  'send-order': (form: Form) => places(form, '1', '2', '3', '4'),
  'missing-word': () => ({ t: '  KÄLLAN ' }),
  'three-hours': () => ({ t: '3\u00A0900,50 kr' }),
  'leave-faults': ({ tokens }: Form) => ({
    o: [...tokens].filter(([words]) => /tio|2077/.test(words)).map(([, token]) => token),
  }),
}
export const wrong = {
  'what-to-do': (form: Form) => pairs(form, 'Ring på', 'Svara att', 'Låt två'),
  'send-order': (form: Form) => places(form, '2', '1', '3', '4'),
  'missing-word': () => ({ t: 'siffra' }),
  'three-hours': () => ({ t: '−3901,01' }),
  'leave-faults': ({ tokens }: Form) => ({ o: [...tokens].slice(0, 1).map(([, token]) => token) }),
}
export const ids = Object.keys(right) as (keyof typeof right)[]
export const storedAs = {
  'what-to-do': [0, 1, 3],
  'send-order': [0, 1, 2, 3],
  'missing-word': 'KÄLLAN',
  'three-hours': '3900.5',
  'leave-faults': [1, 3],
}
