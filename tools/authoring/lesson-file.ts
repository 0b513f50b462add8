import type { Locale } from '../../worker/courses/catalogue.ts'
import { checkMarkdown, type MarkdownContext } from './check-markdown.ts'
import { splitFrontMatter } from './front-matter.ts'
import type { Problems } from './problem.ts'
import { readQuestions, type WrittenQuestion } from './quiz.ts'
import { LessonHead, TitleHead } from './schemas.ts'
import { type Placed, readYaml } from './yaml-source.ts'
import type { z } from 'zod'

export interface MarkdownFile {
  path: string
  text: string
  locale: Locale
}

export interface WrittenPage<Head> {
  path: string
  locale: Locale
  head: Placed<Head>
  body: { text: string; line: number }
}

export interface WrittenLesson extends WrittenPage<LessonHead> {
  questions: WrittenQuestion[]
}

const quizHeading = /^##\s+Quiz\s*$/m

/** A markdown file with front matter; undefined when its front matter cannot be used. */
export function readPage<T>(
  file: MarkdownFile,
  schema: z.ZodType<T>,
  context: MarkdownContext,
  problems: Problems,
): WrittenPage<T> | undefined {
  const { yaml, body } = splitFrontMatter(file.text)
  checkMarkdown(body.text, { path: file.path, line: body.line }, context, problems)
  if (!yaml) {
    problems.error(
      'S04',
      { path: file.path, line: 1 },
      'the file has no front matter; begin it with --- and end that with ---',
    )
    return undefined
  }
  const head = readYaml({ path: file.path, text: yaml.text, line: yaml.line, column: 1 }, schema, problems)
  return head && { path: file.path, locale: file.locale, head, body }
}

export function readLesson(
  file: MarkdownFile,
  context: MarkdownContext,
  problems: Problems,
): WrittenLesson | undefined {
  const page = readPage(file, LessonHead, context, problems)
  const { body } = splitFrontMatter(file.text)
  const quiz = quizHeading.exec(body.text)
  if (!quiz) {
    problems.error(
      'S22',
      { path: file.path, line: body.line },
      'the lesson has no quiz; add "## Quiz" and its questions at the end',
    )
    return undefined
  }
  const before = body.text.slice(0, quiz.index)
  const quizLine = body.line + before.split('\n').length
  const questions = readQuestions(file.path, body.text.slice(quiz.index + quiz[0].length + 1), quizLine, problems)
  return page && { ...page, body: { text: before, line: body.line }, questions }
}

export interface WrittenPool extends WrittenPage<z.infer<typeof TitleHead>> {
  questions: WrittenQuestion[]
}

export function readPool(file: MarkdownFile, context: MarkdownContext, problems: Problems): WrittenPool | undefined {
  const page = readPage(file, TitleHead, context, problems)
  return page && { ...page, questions: readQuestions(file.path, page.body.text, page.body.line, problems) }
}
