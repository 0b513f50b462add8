import type { z } from 'zod'

import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import { readEstimates, refuseEstimates, type WrittenEstimate } from '../markdown/read-estimates.ts'
import { splitFrontMatter } from '../files/front-matter.ts'
import { lexBlocks, type Markdown } from '../markdown/markdown.ts'
import { type Place, Problems } from '../problems/problem.ts'
import { readQuestions } from '../questions/quiz.ts'
import type { WrittenQuestion } from '../questions/registry.ts'
import { linesInCode } from '../files/lines-in-code.ts'
import { LessonHead, TitleHead } from '../files/schemas.ts'
import { type Placed, readYaml, unread } from '../files/yaml-source.ts'

export interface MarkdownFile {
  path: string
  text: string
  locale: Locale
  /** Easy Swedish, beside the usual. */
  isEasy?: boolean
}

/** A markdown file as it was written: its front matter and its lexed text, before anything is checked against others. */
export interface WrittenPage<Head> {
  path: string
  locale: Locale
  isEasy?: boolean
  head: Placed<Head>
  body: Markdown
}

interface WithQuestions<Head> extends WrittenPage<Head> {
  questions: WrittenQuestion[]
}

export interface WrittenLesson extends WithQuestions<LessonHead> {
  /** In its text. */
  estimates: WrittenEstimate[]
}
export type WrittenPool = WithQuestions<TitleHead>

export function readPage<T>(
  { path, text, locale }: MarkdownFile,
  schema: z.ZodType<T>,
  problems: Problems,
): WrittenPage<T> {
  const { yaml, body } = splitFrontMatter(text)
  const head = readHead(path, yaml, schema, problems)
  const lexed = lexBlocks(body.text, { path, line: body.line }, problems)
  refuseEstimates(lexed, problems)
  return { path, locale, head, body: lexed }
}

/** A lesson's text ends where its quiz begins. */
export function readLesson({ path, text, locale, isEasy = false }: MarkdownFile, problems: Problems): WrittenLesson {
  const { yaml, body } = splitFrontMatter(text)
  const head = readHead(path, yaml, LessonHead, problems)
  const quiz = findQuiz(body.text, { path, line: body.line }, problems)
  const lines = body.text.split('\n')
  const prose = lines.slice(0, quiz ?? lines.length).join('\n')
  const questions =
    quiz === undefined
      ? []
      : readQuestions(lines.slice(quiz + 1).join('\n'), { path, line: body.line + quiz + 1 }, problems)
  if (quiz !== undefined && questions.length === 0) {
    problems.error(
      'S22',
      { path, line: body.line + quiz },
      'the quiz has no questions; begin each with a level-3 heading (### …)',
    )
  }
  const lexed = lexBlocks(prose, { path, line: body.line }, problems)
  return { path, locale, isEasy, head, body: lexed, estimates: readEstimates(lexed, problems), questions }
}

/** Stands for a file whose text could not be read, which has been reported. */
export function unreadLesson(path: string, locale: Locale, isEasy = false): WrittenLesson {
  const place = { path, line: 1 }
  const body = { text: '', place, tokens: [] }
  return { path, locale, isEasy, head: unread(place), body, estimates: [], questions: [] }
}

/** The badge test's pool is all questions, without the heading of a quiz. */
export function readPool({ path, text, locale, isEasy = false }: MarkdownFile, problems: Problems): WrittenPool {
  const { yaml, body } = splitFrontMatter(text)
  const place = { path, line: body.line }
  const head = readHead(path, yaml, TitleHead, problems)
  return {
    path,
    locale,
    isEasy,
    head,
    body: { text: '', place, tokens: [] },
    questions: readQuestions(body.text, place, problems),
  }
}

function readHead<T>(
  path: string,
  yaml: { text: string; line: number; ended: boolean } | undefined,
  schema: z.ZodType<T>,
  problems: Problems,
): Placed<T> {
  if (yaml?.ended) return readYaml({ path, text: yaml.text, line: yaml.line, column: 1 }, schema, problems)

  const place = { path, line: 1 }
  const message = yaml
    ? 'the front matter never ends; close it with a line of ---'
    : 'the file has no front matter; begin it with a line of --- and end that with another'
  problems.error('S04', place, message)
  if (!yaml) return unread(place)
  const { raw: loose } = readYaml({ path, text: yaml.text, line: yaml.line, column: 1 }, schema, new Problems())
  return { ...unread(place), loose }
}

/** Index of the line "## Quiz", the same in both languages. */
function findQuiz(text: string, place: Place, problems: Problems): number | undefined {
  const lines = text.split('\n')
  const code = linesInCode(lines)
  const index = lines.findIndex((line, i) => !code.has(i) && /^##\s+Quiz\s*#*\s*$/.test(line))
  if (index !== -1) return index

  const near = lines.findIndex((line, i) => !code.has(i) && /^#+\s*(quiz|frågor|questions)(\s|$)/i.test(line))
  const message =
    near === -1
      ? 'the lesson has no quiz; add "## Quiz" and its questions at the end'
      : `"${lines[near]!.slice(0, 30)}" does not begin the quiz; write "## Quiz" in both languages`
  problems.error('S22', { path: place.path, line: place.line + Math.max(near, 0) }, message)
  return undefined
}
