import { Marked } from 'marked'

import type { WrittenQuestion } from '../authoring/questions/registry.ts'
import type { AuthoredQuestion } from './page-view.ts'

/**
 * Comments are shown, since they name the id, the competence and the misconceptions; other HTML is not, and pictures and
 * links are their words: nothing is fetched, and nothing runs.
 */
const marked = new Marked({
  gfm: true,
  renderer: {
    link({ tokens }) {
      return this.parser.parseInline(tokens)
    },
    image: ({ text }) => escaped(text),
    html: ({ text }) => {
      const comment = /^<!--([\s\S]*?)-->\s*$/.exec(text)?.[1]
      return comment === undefined ? '' : ` <code>${escaped(comment.trim())}</code> `
    },
  },
})

/** The questions of a file as they were written, whatever their type: from under one heading to the next. */
export function authoredQuestions(text: string, questions: readonly WrittenQuestion[]): AuthoredQuestion[] {
  const lines = text.split(/\r\n?|\n/)
  return questions.map((question, i) => {
    const end = questions[i + 1]?.place.line
    const own = lines.slice(question.place.line, end === undefined ? undefined : end - 1)
    return {
      id: nameOfQuestion(question),
      html: marked.parse(own.join('\n'), { async: false }),
      figures: undefined,
    }
  })
}

/** Its id, else the line of its heading. */
export function nameOfQuestion({ id, place }: WrittenQuestion): string {
  return id ?? `line-${place.line}`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)
}
