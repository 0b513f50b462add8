import type { Place, Problems } from './problem.ts'
import { type Placed, readYaml } from './yaml-source.ts'
import { QuestionHead } from './schemas.ts'
import type { z } from 'zod'

interface WrittenOption {
  line: number
  right: boolean
  text: string
  feedback: string
}

/** A question as it stands in one file, before both languages are put together. */
export interface WrittenQuestion {
  place: Place
  head: Placed<z.infer<typeof QuestionHead>>
  stem: string
  stemLine: number
  options: WrittenOption[]
}

const option = /^[-*+]\s+\[([^\]]*)\]\s*(.*)$/
const trailingComment = /\s*<!--.*?-->\s*$/

/**
 * Reads the questions of a quiz: a level-3 heading, a comment with the question's YAML, the stem, a task list with
 * a quote line of feedback under every option. `line` is the number of the text's first line in its file.
 */
export function readQuestions(path: string, text: string, line: number, problems: Problems): WrittenQuestion[] {
  const blocks = splitAtHeadings(path, text.split('\n'), line, problems)
  return blocks.flatMap((block) => readQuestion(path, block, problems) ?? [])
}

interface Block {
  line: number
  lines: string[]
}

function splitAtHeadings(path: string, lines: string[], line: number, problems: Problems): Block[] {
  const blocks: Block[] = []
  lines.forEach((content, i) => {
    if (/^###\s/.test(content)) {
      if (/\S\s+###?\s/.test(content))
        problems.error(
          'S20',
          { path, line: line + i },
          'two headings in one line; put each question heading on a line of its own',
        )
      blocks.push({ line: line + i, lines: [] })
    } else if (blocks.length > 0) blocks.at(-1)!.lines.push(content)
    else if (content.trim() && !/^<!--.*-->$/.test(content.trim())) {
      problems.error(
        'S20',
        { path, line: line + i },
        'text before the first question; begin each question with a level-3 heading (### …)',
      )
    }
  })
  return blocks
}

function readQuestion(path: string, block: Block, problems: Problems): WrittenQuestion | undefined {
  const place = { path, line: block.line }
  const commentAt = block.lines.findIndex((content) => content.trim() !== '')
  const comment = /^(\s*<!--)([\s\S]*?)-->\s*$/.exec(block.lines[commentAt] ?? '')
  if (!comment) {
    problems.error(
      'S21',
      place,
      'the question has no comment with its id; add <!-- { id: …, competence: CHK-1a, kind: scenario } --> under the heading',
    )
    return undefined
  }

  const yaml = { path, text: comment[2]!, line: block.line + 1 + commentAt, column: comment[1]!.length + 1 }
  const head = readYaml(yaml, QuestionHead, problems)
  const rest = block.lines.slice(commentAt + 1)
  const first = rest.findIndex((content) => option.test(content))
  const stemLines = first === -1 ? rest : rest.slice(0, first)
  const options = first === -1 ? [] : readOptions(path, rest.slice(first), yaml.line + 1 + first, problems)
  const stem = stemLines.join('\n').trim()
  if (!stem)
    problems.error('S22', place, 'the question has no stem; write the question between the comment and the options')
  if (options.length === 0)
    problems.error('S23', place, 'the question has no options; write them as a task list: "- [ ] …" and "- [x] …"')
  if (!head || !stem || options.length === 0) return undefined

  return { place, head, stem, stemLine: yaml.line + 1, options }
}

function readOptions(path: string, lines: string[], line: number, problems: Problems): WrittenOption[] {
  const options: WrittenOption[] = []
  lines.forEach((content, i) => {
    const place = { path, line: line + i }
    const found = option.exec(content)
    if (found) options.push(readOption(found, place, problems))
    else if (content.trim()) readFeedback(content, options.at(-1)!, place, problems)
  })

  for (const written of options) {
    if (!written.feedback)
      problems.error(
        'S25',
        { path, line: written.line },
        'the option has no feedback; add an indented line under it: "  > …"',
      )
  }
  return options
}

function readOption([, mark = '', text = '']: RegExpExecArray, place: Place, problems: Problems): WrittenOption {
  if (!['x', 'X', '', ' '].includes(mark.trim() || ' ')) {
    problems.error('S24', place, `"[${mark}]" is no box; write "[x]" for a right option and "[ ]" for a wrong one`)
  }
  return {
    line: place.line,
    right: mark.trim().toLowerCase() === 'x',
    text: text.replace(trailingComment, '').trim(),
    feedback: '',
  }
}

function readFeedback(content: string, to: WrittenOption, place: Place, problems: Problems): void {
  const quote = /^(\s*)>\s?(.*)$/.exec(content)
  if (!quote) {
    if (/^\s*<!--.*-->\s*$/.test(content)) return
    if (/^\s{2,}\S/.test(content) && !to.feedback) to.text += ` ${content.trim()}`
    else
      problems.error('S26', place, 'this line belongs to no option; options begin with "- [ ]", feedback with "  > "')
    return
  }
  if (quote[1]!.length < 2)
    problems.error('S26', place, 'feedback must be indented by two spaces under its option: "  > …"')
  to.feedback = `${to.feedback} ${quote[2]!.trim()}`.trim()
}
