import { refusePractice } from '../questions/refuse-practice.ts'
import type { AreaId, InBoth, Question } from '../../../formats/catalogue/catalogue.ts'
import { inBoth } from '../language/in-both.ts'
import { Addresses } from '../markdown/addresses.ts'
import type { MarkdownContext } from '../markdown/markdown-context.ts'
import { Images } from '../markdown/images.ts'
import { joinQuestions, reportDoubles } from '../questions/join-questions.ts'
import type { Problems } from '../problems/problem.ts'
import type { WrittenQuestion } from '../questions/registry.ts'
import type { SurveyFile } from '../files/schemas.ts'
import type { SharedFiles } from '../files/shared-files.ts'
import type { WrittenPool } from '../written/written-page.ts'
import { measurementFolder } from '../files/course-folders.ts'
import type { FormName, WrittenMeasurement } from './read-measurement.ts'

/** The knowledge check: what is published of each form, in its written order, and the survey. The keys are in it. */
export interface Measurement {
  forms: Record<FormName, Question[]>
  survey: SurveyFile
}

/** Published questions of a form: two an area, so that form and form can be compared; one an area at the follow-up. */
const perArea: Record<FormName, number> = { 'form-a': 2, 'form-b': 2, 'follow-up': 1 }

/** Checks the knowledge check and puts its languages together; undefined when anything in it is wrong. */
export function compileMeasurement(
  { forms, survey }: WrittenMeasurement,
  shared: SharedFiles,
  problems: Problems,
): Measurement | undefined {
  const before = problems.errors
  for (const locale of ['sv', 'en'] as const) {
    reportDoubles(
      forms.flatMap(({ pages }) => pages[locale]?.questions ?? []),
      problems,
    )
  }
  const compiled = forms.map(({ name, pages }) => [name, compileForm(name, pages, shared, problems)] as const)
  const isWhole = forms.every(({ pages }) => pages.sv && pages.en)
  if (!survey?.value || !isWhole || problems.errors > before) return undefined
  return { forms: Object.fromEntries(compiled) as Record<FormName, Question[]>, survey: survey.value }
}

function compileForm(
  name: FormName,
  pages: InBoth<WrittenPool | undefined>,
  shared: SharedFiles,
  problems: Problems,
): Question[] {
  const { sv, en } = pages
  if (!sv || !en) return []
  const written = { sv: sv.questions, en: en.questions }
  const joined = joinQuestions(written, contextsOf(shared, problems), problems)
  const held = new Set(written.sv.flatMap((question) => (isPublished(question) ? [] : (question.id ?? []))))
  reportUnlike(written, problems)
  checkAreas(name, sv, shared, problems)
  return joined.filter(({ id }) => !held.has(id))
}

/** A cell will do for a competence: two questions an area measure no single outcome. */
function contextsOf(shared: SharedFiles, problems: Problems): InBoth<MarkdownContext> {
  const { outcomes, cells } = shared
  const competences = outcomes && cells && new Set([...outcomes, ...cells])
  const images = new Images(measurementFolder, [])
  return inBoth((locale) => ({
    locale,
    addresses: new Addresses(new Map(), shared.domains, problems),
    images,
    shared: { ...shared, outcomes: competences },
    listed: undefined,
    inLaw: false,
    problems,
  }))
}

export function isPublished({ head }: WrittenQuestion): boolean {
  return head.raw('published') !== false
}

function reportUnlike({ sv, en }: InBoth<WrittenQuestion[]>, problems: Problems): void {
  for (const question of en) {
    const other = sv.find(({ id }) => id !== undefined && id === question.id)
    if (!other || isPublished(other) === isPublished(question)) continue
    problems.error('S12', question.place, 'published in one language only; both languages must agree')
  }
}

function checkAreas(name: FormName, { path, questions }: WrittenPool, shared: SharedFiles, problems: Problems): void {
  refusePractice(questions, problems)
  const asked = questions.filter(isPublished).map(({ head }) => head.written('competence')?.slice(0, 3))
  for (const { id } of shared.framework.areas) {
    const count = asked.filter((area) => area === (id as AreaId)).length
    if (count === perArea[name]) continue
    const message = `${count} published questions on ${id}; ${name} asks ${perArea[name]} an area, or its results cannot be compared`
    problems.error('S52', { path, line: 1 }, message)
  }
}
