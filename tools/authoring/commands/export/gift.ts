import type { Course, Locale, Question } from '../../../../formats/catalogue/catalogue.ts'
import { translator } from '../../../../web/messages/translate.ts'
import type { Exported } from '../../questions/exported.ts'
import { authoringOf } from '../../questions/registry.ts'
import { type Lose, portableHtml, wordsIn } from './portable-html.ts'

/** A file of another program, and what it does not hold, line by line. */
export interface Exchanged {
  text: string
  lost: string[]
}

/**
 * The practice questions of a course as GIFT. Source of the format: docs.moodle.org/en/GIFT_format, and what Moodle's
 * reader takes besides: a right side that is left over, the answer `*` with the reason for any other, and tags in the
 * comment before a question.
 */
export function giftOf(course: Pick<Course, 'id' | 'lessons'>, title: string, locale: Locale): Exchanged {
  const lost: string[] = []
  const lessons = course.lessons.map(({ id, questions }) => {
    const own = questions.map((question) =>
      giftQuestion(question, locale, (what) => lost.push(`${id}, question ${question.id}: ${what}`)),
    )
    return [`$CATEGORY: ${categoryOf(title)}/${id}`, ...own].join('\n\n')
  })
  return { text: `${lessons.join('\n\n')}\n`, lost }
}

/** A slash begins a category within. */
function categoryOf(title: string): string {
  return title.replaceAll('/', '//').replaceAll(/\s+/g, ' ')
}

function giftQuestion(question: Question, locale: Locale, lose: Lose): string {
  if (question.hints) lose('its hints, for which GIFT has no place')
  const { stem, answers } = written(authoringOf(question).export(question, locale), locale, lose)
  const tags = `// [id:${question.id}] [tag:${question.competence}] [tag:${question.kind}]`
  return `${tags}\n::${question.id}::[html]${stem} {\n${answers.map((line) => `\t${line}\n`).join('')}}`
}

interface Written {
  stem: string
  answers: string[]
}

function written(exported: Exported, locale: Locale, lose: Lose): Written {
  const html = (text: string) => asText(portableHtml(text, lose))
  const stem = html(exported.stem)
  switch (exported.form) {
    case 'picks':
      return { stem, answers: picked(withNone(exported.options, locale), exported.several, html) }
    case 'words': {
      const { right, wrong } = exported.feedback
      const answers = exported.answers.map((answer) => `=%100%${asAnswer(answer, lose)}#${html(right)}`)
      return { stem, answers: [...answers, `=%0%*#${html(wrong)}`] }
    }
    case 'amount': {
      const { answer, tolerance, unit, feedback } = exported
      if (unit) lose(`the unit ${unit} stands in the question, for GIFT has none`)
      const asked = unit ? `${stem} (${asText(unit)})` : stem
      return { stem: asked, answers: [`#=${answer}:${tolerance}#${html(feedback.right)}`, `~#${html(feedback.wrong)}`] }
    }
    case 'pairs': {
      lose('the names of the columns; the two reasons stand as one')
      const rows = exported.pairs.map(([left, right]) => `=${html(left)} -> ${asText(wordsIn(right))}`)
      return { stem, answers: [...rows, reason([exported.feedback.right, exported.feedback.wrong], html)] }
    }
    case 'reading': {
      lose('GIFT has no such type of question; it is written as one that is answered in own words')
      const list = (parts: string[], tag: string) =>
        `<${tag}>${parts.map((part) => `<li>${part}</li>`).join('')}</${tag}>`
      const asked = html(`<p>${exported.stem}</p>${list(exported.parts, 'ul')}`)
      return {
        stem: asked,
        answers: [`####${html(`${list(exported.answer, 'ol')}<blockquote>${exported.feedback}</blockquote>`)}`],
      }
    }
  }
}

type Option = Extract<Exported, { form: 'picks' }>['options'][number]

/** Where nothing is right, saying so is. */
function withNone(options: Option[], locale: Locale): Option[] {
  if (options.some(({ right }) => right)) return options
  const none = translator(locale)('question.sentence.none')
  return [...options, { text: none, right: true, feedback: '' }]
}

/** Each right one of several gives its share; a wrong one takes all away, as Navet marks it. */
function picked(options: Option[], several: boolean, html: (text: string) => string): string[] {
  const right = options.filter((option) => option.right).length
  const share = Number((100 / right).toFixed(5))
  return options.map((option) => {
    const sign = several ? `~%${option.right ? share : -100}%` : option.right ? '=' : '~'
    return `${sign}${html(option.text)}#${html(option.feedback)}`
  })
}

function reason(texts: string[], html: (text: string) => string): string {
  return `####${texts.map((text) => html(`<p>${text}</p>`)).join('')}`
}

/** GIFT's own signs, with a backslash; a percent sign or bracket at the start would be read as a share or a format. */
function asText(text: string): string {
  return text
    .trim()
    .replace(/^%/, '&percnt;')
    .replace(/^\[/, '&lsqb;')
    .replaceAll(/[\\~=#{}:]/g, '\\$&')
}

/** Of a short text: Moodle takes a star for anything, and an arrow for a pair. */
function asAnswer(answer: string, lose: Lose): string {
  if (answer.includes('->')) lose(`the answer "${answer}", in which GIFT would see a pair: a space parts the arrow`)
  return answer
    .replaceAll('->', '- >')
    .trim()
    .replaceAll('*', '\\*')
    .replaceAll(/[\\~=#{}:]/g, '\\$&')
}
