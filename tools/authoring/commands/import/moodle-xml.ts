import type { Locale } from '../../../../formats/locales.ts'
import { CannotGoOn } from '../command.ts'
import { hasTooMany, mostQuestions, tooManyQuestions } from './limits.ts'
import { type Import, type Leave, leaveAt, type Taken } from './taken.ts'
import { type TextFormat, toLine, toMarkdown } from './to-markdown.ts'
import { trueFalse } from './true-false.ts'
import { childOf, childrenOf, type XmlElement, xmlTree } from './xml-tree.ts'

/** Reads a question bank of Moodle. Source of the format: docs.moodle.org/en/Moodle_XML_format. Throws CannotGoOn. */
export function readMoodleXml(file: string, text: string, language: Locale): Import {
  const quiz = xmlTree(file, text)
  if (quiz.name !== 'quiz') throw new CannotGoOn(`${file} is no question bank of Moodle: it begins with <${quiz.name}>`)
  const result: Import = { taken: [], left: [] }
  for (const [i, question] of childrenOf(quiz, 'question').entries()) {
    const { line } = question
    const leave = leaveAt(line, result)
    if (i === mostQuestions) {
      leave(tooManyQuestions)
      break
    }
    if (hasTooMany([...childrenOf(question, 'answer'), ...childrenOf(question, 'subquestion')], leave)) continue
    const answer = answerOf(question, language, leave)
    if (!answer) continue
    for (const name of ['hint', 'tags']) if (childOf(question, name)) leave(`what stands in <${name}>`)
    const stem = toMarkdown(...textIn(childOf(question, 'questiontext')), leave)
    result.taken.push({ line, name: plainIn(childOf(question, 'name')), stem, answer })
  }
  return result
}

type Answer = Taken['answer']

function answerOf(question: XmlElement, language: Locale, leave: Leave): Answer | undefined {
  const { type = '' } = question.attributes
  const read = Object.hasOwn(types, type) ? types[type] : undefined
  if (read) return read(question, language, leave)
  if (type === 'category') {
    leave(`the category "${plainIn(childOf(question, 'category')).slice(0, 60)}": Navet has none`)
  } else leave(`a question of type "${type.slice(0, 40)}", which Navet has nothing like`)
  return undefined
}

const types: Record<string, (question: XmlElement, language: Locale, leave: Leave) => Answer | undefined> = {
  multichoice(question, _, leave) {
    const own = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback', 'generalfeedback']
    for (const name of own) leaveReason(question, name, leave)
    const answers = childrenOf(question, 'answer')
    // Where one is to be picked, what is right in part is not right.
    const least = plainIn(childOf(question, 'single')) === 'false' ? 1 : 100
    if (answers.some((answer) => worthOf(answer) > 0 && worthOf(answer) < least))
      leave('that options are right in part: they stand as wrong')
    const options = answers.map((answer) => ({
      text: toLine(...textIn(answer), leave),
      right: worthOf(answer) >= least,
      feedback: lineIn(answer, 'feedback', leave),
    }))
    return { form: 'picks', options }
  },
  truefalse(question, language, leave) {
    const reason = lineIn(question, 'generalfeedback', leave)
    const options = childrenOf(question, 'answer').map((answer) => ({
      text: trueFalse[language][plainIn(answer).toLowerCase() === 'true' ? 0 : 1],
      right: worthOf(answer) > 0,
      feedback: lineIn(answer, 'feedback', leave) || reason,
    }))
    return { form: 'picks', options }
  },
  shortanswer(question, _, leave) {
    if (plainIn(childOf(question, 'usecase')) === '1') leave('that capitals matter: in Navet they never do')
    const { whole, reasons } = sorted(question, leave)
    const answers = whole.map((answer) => plainIn(answer))
    if (answers.some((answer) => /(?<!\\)\*/.test(answer)))
      leave('a star that stands for anything: Navet compares words')
    return { form: 'words', answers: answers.map((answer) => answer.replaceAll('\\*', '*')), ...reasons }
  },
  numerical(question, _, leave) {
    const { whole, reasons } = sorted(question, leave)
    const [first, ...more] = whole
    const [answer, tolerance] = [first && plainIn(first), first && plainIn(childOf(first, 'tolerance'))].map((text) =>
      Number(text === '' ? 0 : text),
    )
    if (!first || plainIn(first) === '' || !Number.isFinite(answer) || !Number.isFinite(tolerance))
      return leave('a number that is none, or has no right answer')
    if (more.length > 0) leave(`more right answers (${more.length}): Navet has one, and how far from it`)
    return {
      form: 'amount',
      answer: answer!,
      tolerance: Math.abs(tolerance!),
      unit: unitIn(question, leave),
      ...reasons,
    }
  },
  matching(question, _, leave) {
    const rows = childrenOf(question, 'subquestion').map((row): [string, string] => [
      toLine(...textIn(row), leave),
      toLine(plainIn(childOf(row, 'answer')), 'plain', leave),
    ])
    return { form: 'rows', rows, ...reasonsOf(question, leave) }
  },
  ordering(question, _, leave) {
    // What an answer is worth is its place.
    const answers = childrenOf(question, 'answer').toSorted((a, b) => worthOf(a) - worthOf(b))
    for (const answer of answers) leaveReason(answer, 'feedback', leave)
    const items = answers.map((answer) => toLine(...textIn(answer), leave))
    return { form: 'items', items, ...reasonsOf(question, leave) }
  },
}

/** What is wholly right, and the reasons; what is right in part is left. */
function sorted(question: XmlElement, leave: Leave) {
  const answers = childrenOf(question, 'answer')
  const whole = answers.filter((answer) => worthOf(answer) >= 100)
  const partly = answers.filter((answer) => worthOf(answer) > 0 && worthOf(answer) < 100).length
  if (partly > 0) leave(`answers that are right in part (${partly}): Navet's are right or wrong`)
  const wrong = answers.filter((answer) => worthOf(answer) <= 0)
  const other = wrong.filter((answer) => plainIn(answer) !== '*' && lineIn(answer, 'feedback', leave)).length
  if (other > 0) leave(`the reasons of single wrong answers (${other}): Navet has one for all`)
  const rest = wrong.find((answer) => plainIn(answer) === '*')
  const right = whole[0] ? lineIn(whole[0], 'feedback', leave) : ''
  const reasons = {
    right: right || lineIn(question, 'generalfeedback', leave),
    wrong: rest ? lineIn(rest, 'feedback', leave) : '',
  }
  return { whole, reasons }
}

function reasonsOf(question: XmlElement, leave: Leave): { right: string; wrong: string } {
  leaveReason(question, 'partiallycorrectfeedback', leave)
  const reason = lineIn(question, 'generalfeedback', leave)
  return {
    right: lineIn(question, 'correctfeedback', leave) || reason,
    wrong: lineIn(question, 'incorrectfeedback', leave) || reason,
  }
}

function leaveReason(question: XmlElement, name: string, leave: Leave): void {
  const text = lineIn(question, name, () => undefined)
  if (text) leave(`<${name}>, which Navet has no place for: "${text.slice(0, 60)}"`)
}

function unitIn(question: XmlElement, leave: Leave): string {
  const [first, ...more] = childrenOf(childOf(question, 'units') ?? question, 'unit')
  if (more.length > 0) leave('more units than one, and what they are multiplied by')
  return first ? plainIn(childOf(first, 'unit_name')) : ''
}

/** In per cent; what is no number is worth nothing. */
function worthOf({ attributes }: XmlElement): number {
  const worth = Number(attributes['fraction'])
  return Number.isFinite(worth) ? worth : 0
}

function lineIn(element: XmlElement, name: string, leave: Leave): string {
  return toLine(...textIn(childOf(element, name)), leave)
}

const formats: Record<string, TextFormat> = { plain_text: 'plain', markdown: 'markdown' }

/** The text of an element stands in one within, and its format beside. */
function textIn(element: XmlElement | undefined): [text: string, format: TextFormat] {
  const text = element && childOf(element, 'text')
  return [text?.text ?? '', formats[element?.attributes['format'] ?? ''] ?? 'html']
}

/** Plain text, which stands in an element within or at once. */
function plainIn(element: XmlElement | undefined): string {
  const text = element && (childOf(element, 'text')?.text ?? element.text)
  return (text ?? '').replaceAll(/\s+/g, ' ').trim()
}
