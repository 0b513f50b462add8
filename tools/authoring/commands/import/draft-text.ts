import type { Locale } from '../../../../formats/locales.ts'
import type { Taken } from './taken.ts'

/** What the author has to write: courses:check finds the word wherever it stands (S09). */
const toDo = 'TODO'
const heading = { sv: 'Fråga', en: 'Question' } as const

/**
 * A lesson's file in Navet's own format with the questions that were taken, and TODO for whatever only an author can
 * say: the front matter, the text, and of each question the competence, the kind, the misconceptions and what has no
 * reason yet.
 */
export function draftText(id: string, taken: readonly Taken[], language: Locale): string {
  const ids = idsOf(id, taken)
  const questions = taken.map((question, i) => questionText(question, ids[i]!, `${heading[language]} ${i + 1}`))
  return `---
id: ${id}
title: ${toDo}
competences: [${toDo}]
outcome: ${toDo}
checked: ${toDo}
review_by: ${toDo}
---

${toDo}

## Quiz

${questions.join('\n\n')}
`
}

/** The name that the question had, where an id can be made of it and no other has it. */
function idsOf(lesson: string, taken: readonly Taken[]): string[] {
  const ids = new Set<string>()
  for (const { name } of taken) {
    const named = idFrom(name)
    const base = named && !ids.has(named) ? named : `${lesson}-${ids.size + 1}`
    let id = base
    for (let n = 2; ids.has(id); n += 1) id = `${base}-${n}`
    ids.add(id)
  }
  return [...ids]
}

/** Small letters a–z, digits and hyphens; empty where nothing is left. */
export function idFrom(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
}

function questionText({ stem, answer, competence = toDo, kind = toDo }: Taken, id: string, title: string): string {
  const { keys, parts } = written(answer)
  const comment = `<!-- { id: ${id}, competence: ${competence}, kind: ${kind}${keys} } -->`
  return [`### ${title}\n${comment}`, stem || toDo, ...parts].join('\n\n')
}

interface Written {
  /** What stands in the comment besides. */
  keys: string
  /** Blocks after the stem. */
  parts: string[]
}

function written(answer: Taken['answer']): Written {
  switch (answer.form) {
    case 'picks':
      return { keys: '', parts: [answer.options.map(optionText).join('\n')] }
    case 'words':
      return { keys: `, answer: ${inComment(answer.answers)}`, parts: reasonsOf(answer) }
    case 'amount': {
      const unit = answer.unit ? `, unit: ${inComment(answer.unit)}` : ''
      return { keys: `, answer: ${answer.answer}, tolerance: ${answer.tolerance}${unit}`, parts: reasonsOf(answer) }
    }
    case 'rows': {
      const rows = answer.rows.map(([left, right]) => `| ${cell(left)} | ${cell(right)} |`)
      const table = [`| ${toDo} | ${toDo} |`, '|---|---|', ...rows].join('\n')
      return { keys: ', type: match', parts: [table, ...reasonsOf(answer)] }
    }
    case 'items':
      return { keys: '', parts: [answer.items.map((item, i) => `${i + 1}. ${item}`).join('\n'), ...reasonsOf(answer)] }
  }
}

/** As YAML that cannot end the comment it stands in. */
function inComment(value: unknown): string {
  return JSON.stringify(value).replaceAll('--', String.raw`\u002d\u002d`)
}

function optionText({ text, right, feedback }: { text: string; right: boolean; feedback: string }): string {
  const misconception = right ? '' : ` <!-- m: ${toDo} -->`
  return `- [${right ? 'x' : ' '}] ${text || toDo}${misconception}\n  > ${feedback || toDo}`
}

function reasonsOf({ right, wrong }: { right: string; wrong: string }): string[] {
  return [`> ${right || toDo}`, '<!-- -->', `> ${wrong || toDo}`]
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
