import { toldAfter } from './told-after.ts'
import { wholeCourse } from '../../worker/courses/course-parts.ts'
import { loadCatalogue } from '../../tools/authoring/compile/load-catalogue.ts'
import type { Course, Locale, Question, QuestionType } from '../../formats/catalogue/catalogue.ts'
import type { ChoiceQuestion } from '../../worker/questions/choice.ts'
import type { MatchQuestion } from '../../worker/questions/match.ts'
import { writeNumber } from '../../worker/questions/number-answers.ts'
import type { NumberQuestion } from '../../worker/questions/number.ts'
import type { OrderQuestion } from '../../worker/questions/order.ts'
import type { Of } from '../../worker/questions/registry.ts'
import type { ReplayQuestion } from '../../worker/questions/replay.ts'
import type { SpotQuestion } from '../../worker/questions/spot.ts'
import type { Feedback } from '../../worker/questions/versioned.ts'
import type { Person } from './person.ts'

export const course = 'granska-svaret'

let loaded: Promise<Course[]> | undefined

/** Every course there is, keys and reasons included. */
export function allCourses(): Promise<Course[]> {
  loaded ??= loadCatalogue('courses').then((catalogue) =>
    Promise.all(catalogue.courses.map(({ id }) => wholeCourse(catalogue, id))),
  )
  return loaded
}

export async function content(): Promise<Course> {
  return (await allCourses()).find(({ id }) => id === course)!
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

type Choose<Type extends QuestionType> = (person: Person, question: Of<Question, Type>, right: boolean) => Promise<void>

/** How each type of question is answered on a page. */
const choosing: { [Type in QuestionType]: Choose<Type> } = {
  single: pick,
  multiple: pick,
  spot: pick,
  order: arrange,
  match: pair,
  replay: pick,
  branch: () => Promise.reject(new Error('a story is not filled in: it is walked, a press a choice')),
  text: (person, question, right) =>
    placeOf(person, question)
      .locator('.input')
      .fill(right ? question.key[0]! : '?'),
  number: (person, question, right) =>
    placeOf(person, question)
      .locator('.input')
      .fill(writeNumber(numberFor(question, right), person.in.locale)),
}

/** Answers a question on the page rightly, or wrongly. */
export function choose(person: Person, question: Question, right: boolean): Promise<void> {
  return (choosing[question.type] as Choose<QuestionType>)(person, question, right)
}

function placeOf({ page }: Person, { id }: Question) {
  return page.locator(`#q-${id}`)
}

async function pick(
  person: Person,
  question: ChoiceQuestion | SpotQuestion | ReplayQuestion,
  right: boolean,
): Promise<void> {
  const place = placeOf(person, question)
  if (question.type === 'spot' && question.key.length === 0) return pickOfNone(person, question, right)
  for (const text of optionsOf(question, person.in.locale, right))
    await place.locator('label.pick', { hasText: text }).first().locator('input').check()
}

/** A passage without a fault: that there is nothing to mark, which is the last box, or its first sentence. */
function pickOfNone(person: Person, question: SpotQuestion, right: boolean): Promise<void> {
  const boxes = placeOf(person, question).locator('label.pick').locator('input')
  return (right ? boxes.last() : boxes.first()).check()
}

/** With the cards where scripts run, else with the selects. The wrong pairs are the right ones, one row further. */
async function pair(person: Person, question: MatchQuestion, right: boolean): Promise<void> {
  const { locale, script } = person.in
  const { lefts, rights } = question.text[locale]
  for (const [i, left] of lefts.entries()) {
    const text = words(rights[question.key[right ? i : (i + 1) % lefts.length]!]!)
    const row = placeOf(person, question).locator('.match__row', { hasText: words(left) })
    if (!script) await row.locator('select').selectOption({ label: text })
    else {
      await placeOf(person, question).locator('.card').getByText(text, { exact: true }).click()
      await row.locator('.match__slot').click()
    }
  }
}

function numberFor({ key }: NumberQuestion, right: boolean): number {
  return right ? key.answer : key.answer + key.tolerance + 1
}

/** With the buttons where scripts run, else with the selects. The wrong order is the right one backwards. */
async function arrange({ page, in: { locale, script } }: Person, question: OrderQuestion, right: boolean) {
  const items = question.text[locale].items.map(words)
  const wanted = right ? items : items.toReversed()
  const place = page.locator(`#q-${question.id}`)
  const item = (text: string) => place.locator('.order__item', { has: page.locator('label', { hasText: text }) })
  for (const [i, text] of wanted.entries()) {
    if (!script)
      await item(text)
        .locator('select')
        .selectOption(String(i + 1))
    else if (i === 0) await item(text).locator('[value="down"]').click()
    while (script && !(await place.locator('.order__item').nth(i).innerText()).includes(text))
      await item(text).locator('[value="up"]').click()
  }
}

function optionsOf(question: ChoiceQuestion | SpotQuestion | ReplayQuestion, locale: Locale, right: boolean): string[] {
  const options = question.text[locale].options.map(({ text }) => words(text))
  return options.filter((_, ordinal) => question.key.includes(ordinal) === right).slice(0, question.key.length)
}

/** What the page says after a right or a wrong answer, as a browser shows it. */
export function reasonsAfter(question: Question, locale: Locale, right: boolean): string[] {
  const text = question.text[locale]
  if ('parts' in text) throw new Error('what a story says depends on the way through it')
  const reasons = 'options' in text ? text.options.map(({ feedback }) => feedback) : [feedbackFor(text.feedback, right)]
  return reasons.map((reason) => words(reason).replace(/\s+/g, ' '))
}

function feedbackFor({ right, wrong }: Feedback, isRight: boolean): string {
  return isRight ? right : wrong
}

/** What no page may say before the answer. */
export function secretsOf({ text }: Question): string[] {
  return [text.sv, text.en, ...(text.easy ? [text.easy] : [])].flatMap(toldAfter)
}

/** The items of an order as they are right, in each language; nothing of other types. */
export function rightOrdersOf({ text }: Question): string[][] {
  return [text.sv, text.en, ...(text.easy ? [text.easy] : [])].flatMap((each) => ('items' in each ? [each.items] : []))
}

/** The pool's questions that stand on the badge test's page, in its order. */
export async function drawnOn(person: Person): Promise<Question[]> {
  const ids = await person.page.locator('.question').evaluateAll((forms) => forms.map((form) => form.id.slice(2)))
  const { pool } = await content()
  return ids.map((id) => pool.find((question) => question.id === id)!)
}

/** How many questions on the page have anything chosen or typed, as it stands there now. */
export async function answeredOn({ page }: Person): Promise<number> {
  const chosen = await page
    .locator('.question:has(.pick :checked, [name^="p."] option:not([value=""]):checked)')
    .count()
  const typed = await page.locator('.typed .input').all()
  const texts = await Promise.all(typed.map((input) => input.inputValue()))
  return chosen + texts.filter((text) => text !== '').length
}
