import { type CellId, type Framework, type Locale, locales } from '../../formats/catalogue/catalogue.ts'
import { reviewerChecklist } from '../authoring/problems/checklist.ts'
import type { Compilation } from '../authoring/compile/compile.ts'
import type { Markdown } from '../authoring/markdown/markdown.ts'
import type { Problem } from '../authoring/problems/problem.ts'
import type { WrittenQuestion } from '../authoring/questions/registry.ts'
import { measure } from '../authoring/language/measure.ts'
import { runningText, sectionsOf } from '../authoring/markdown/prose.ts'
import type { WrittenCourse } from '../authoring/written/written-course.ts'
import { minutesOf } from '../authoring/teaching/minutes.ts'
import type { WrittenLesson, WrittenPage } from '../authoring/written/written-page.ts'
import { authoredQuestions, nameOfQuestion } from './authored-questions.ts'
import type { LessonFigures, PageView, PlacedProblem } from './page-view.ts'

/**
 * What the author's panel shows beside the page at an address, with `?text=latt` for easy Swedish. `now` is what the files say, `textOf` the text of one
 * of them. Pages that no author writes have only the problems there are.
 */
export function previewPage(now: Compilation, address: string, textOf: (path: string) => string): PageView {
  const locale = locales.find((each) => address.startsWith(`/${each}/`)) ?? 'sv'
  const bare = address.split('?')[0]!
  const source = sourceAt(now.written, address) ?? sourceAt(now.written, bare)
  if (!source) return { ...empty, locale, elsewhere: now.problems }

  const { course, path, lesson } = source
  const pages = lesson ? [lesson] : coursePages(course, locale)
  const paths = lesson ? [path] : [path, `${course.id}/course.yml`, ...pages.map((page) => page.path)]
  const pathOf = (problem: Problem) => paths.find((own) => problem.path === own || problem.path.endsWith(`/${own}`))
  return {
    locale,
    file: path,
    isSketch: now.sketched.includes(course.id),
    standsIn: standInOf(source, locale),
    problems: now.problems.flatMap((problem) => {
      const own = pathOf(problem)
      const page = pages.find((entry) => entry.path === own)
      return own === undefined
        ? []
        : [{ ...problem, path: own === path ? '' : own, where: placeOf(problem, page, path) }]
    }),
    elsewhere: now.problems.filter((problem) => pathOf(problem) === undefined),
    lesson: lesson && figuresOf(lesson, now.framework, locale),
    questions: pages.flatMap((page) => authoredQuestions(textOf(page.path), page.questions ?? [])),
    other: otherLanguage(course, bare),
  }
}

const empty = {
  file: undefined,
  isSketch: false,
  standsIn: undefined,
  problems: [],
  lesson: undefined,
  questions: [],
  other: undefined,
}

type AnyPage = WrittenPage<unknown> & { questions?: WrittenQuestion[] }

interface Source {
  course: WrittenCourse
  path: string
  lesson: WrittenLesson | undefined
}

function sourceAt(written: readonly WrittenCourse[], address: string): Source | undefined {
  for (const course of written) {
    const path = course.pages.find(([, page]) => page === address)?.[0]
    if (path === undefined) continue
    const lesson = [...course.lessons.sv, ...course.lessons.en, ...course.easy.lessons].find(
      (entry) => entry.path === path,
    )
    return { course, path, lesson }
  }
  return undefined
}

/** The language of the text that is shown while the page's own is to come. */
function standInOf({ course, path, lesson }: Source, locale: Locale): Locale | undefined {
  if (lesson) return lesson.locale === locale ? undefined : lesson.locale
  const pages = path.endsWith('/course.md') ? course.about : path.endsWith('/artefact.md') ? course.artefact : undefined
  return pages && !pages[locale] ? (pages.sv ?? pages.en)?.locale : undefined
}

/** The badge test draws from its pool and asks for an account, so the author sees the pool with the course. */
function coursePages({ about, artefact, pool, easy }: WrittenCourse, locale: Locale): AnyPage[] {
  const easyPool = locale === 'sv' ? easy.pool : undefined
  return [about[locale], artefact[locale], pool[locale], easyPool].filter((page) => page !== undefined)
}

function placeOf({ line }: Problem, page: AnyPage | undefined, shown: string): PlacedProblem['where'] {
  const question = page?.questions?.findLast((entry) => entry.place.line <= line)
  if (question) return { question: nameOfQuestion(question) }
  return page?.path === shown && line >= page.body.place.line ? { line } : 'top'
}

/** Nothing while the front matter cannot be read. */
function figuresOf(lesson: WrittenLesson, framework: Framework, locale: Locale): LessonFigures | undefined {
  const { head, body, questions } = lesson
  if (!head.value) return undefined

  const practised = questions.map((question) => question.head.written('competence')?.slice(0, -1))
  return {
    minutes: minutesOf(lesson),
    lix: lixOf(body, lesson.locale),
    cells: head.value.competences.map((cell) => ({
      cell,
      name: nameOf(cell as CellId, framework, locale),
      questions: practised.filter((other) => other === cell).length,
    })),
    checklist: reviewerChecklist.map((check) => ({ id: check.id, text: check[locale] })),
  }
}

function lixOf(body: Markdown, locale: Locale): number | null {
  const { lix } = measure(runningText(sectionsOf(body, locale)).map((block) => block.text))
  return Number.isFinite(lix) ? Number(lix.toFixed(1)) : null
}

function nameOf(cell: CellId, { areas, levels }: Framework, locale: Locale): string {
  const area = areas.find(({ id }) => cell.startsWith(`${id}-`))
  const level = levels.find(({ id }) => cell.endsWith(`-${id}`))
  return area && level ? `${area.name[locale]}, ${level.name[locale].toLowerCase()}` : cell
}

/** Ids are the same in both languages, so the address differs in its first part only. */
function otherLanguage({ pages }: WrittenCourse, address: string): string | undefined {
  const other = address.replace(/^\/(sv|en)\//, (_, locale) => (locale === 'sv' ? '/en/' : '/sv/'))
  return pages.find(([, page]) => page === other)?.[1]
}
