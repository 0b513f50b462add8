import { loadCatalogue } from '../../tools/authoring/load-catalogue.ts'
import type { Course, Locale, Question } from '../../worker/courses/catalogue.ts'
import type { Person } from './person.ts'

export const course = 'granska-svaret'

let loaded: Course | undefined

export async function content(): Promise<Course> {
  loaded ??= await (await loadCatalogue('courses')).load(course)
  return loaded!
}

/** What an option says, as a browser shows it. */
function words(html: string): string {
  const plain = html.replace(/<[^>]+>/g, '')
  return plain
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

/** Chooses the right options of a question on the page, or as many wrong ones. */
export async function choose(person: Person, question: Question, right: boolean): Promise<void> {
  const { locale } = person.in
  const wanted = optionsOf(question, locale, right)
  for (const text of wanted) {
    await person.page.locator(`#q-${question.id} label.pick`, { hasText: text }).first().locator('input').check()
  }
}

function optionsOf(question: Question, locale: Locale, right: boolean): string[] {
  const options = question.text[locale].options.map(({ text }) => words(text))
  return options.filter((_, ordinal) => question.key.includes(ordinal) === right).slice(0, question.key.length)
}

/** The pool's questions that stand on the badge test's page, in its order. */
export async function drawnOn(person: Person): Promise<Question[]> {
  const ids = await person.page.locator('.question').evaluateAll((forms) => forms.map((form) => form.id.slice(2)))
  const { pool } = await content()
  return ids.map((id) => pool.find((question) => question.id === id)!)
}
