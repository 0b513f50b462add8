import { type Locale, locales } from '../../../../formats/catalogue/catalogue.ts'
import { whyNotShown } from '../../files/facts.ts'
import { allBlocks, sectionsOf } from '../../markdown/prose.ts'
import type { SharedFiles } from '../../files/shared-files.ts'
import { doingOf } from '../../written/doing-of.ts'
import type { WrittenCourse } from '../../written/written-course.ts'
import type { WrittenLesson } from '../../written/written-page.ts'
import type { Edition, Report } from './report.ts'

const fewest = 2
/** A tool changes faster than what it is used for. In days. */
const toolNoteFor = 184

/** L21–L23, L25 and L26: how the lessons of a course differ from each other, and what they have in them. */
export function checkLessonKinds(course: WrittenCourse, facts: SharedFiles['facts'], { isSecond, report }: Edition) {
  const lessons = course.lessons.sv.length > 0 ? course.lessons.sv : course.lessons.en
  checkOpenings(course, lessons, isSecond, report)
  const place = { path: `${course.id}/course.yml`, line: 1 }
  const pictures = lessons.reduce((sum, { body }) => sum + picturesIn(body.text), 0)
  if (lessons.length > 0 && pictures < fewest)
    report('L22', place, `the lessons have ${pictures} pictures that carry meaning; at least ${fewest} in a course`)
  const used = lessons.filter((lesson) => doingOf(lesson) === 'service').length
  if (lessons.length > 0 && used < fewest)
    report(
      'L23',
      place,
      `"Do it now" has the reader use an AI service in ${used} lessons; in at least ${fewest}, which say <!-- doing: service --> under its heading`,
    )
  checkToolNotes(course, lessons, report)
  for (const locale of locales) for (const lesson of course.lessons[locale]) checkListed(lesson, facts, report)
}

function checkOpenings(course: WrittenCourse, lessons: readonly WrittenLesson[], isSecond: boolean, report: Report) {
  const silent = lessons.filter(({ head }) => head.value && !head.value.opens)
  if (isSecond)
    for (const { head } of silent) report('L21', head.at('id'), `the lesson does not say how it opens; ${how}`)
  const most = Math.max(fewest, Math.ceil(lessons.length / 3))
  const kinds = Map.groupBy(
    lessons.filter(({ head }) => head.value?.opens),
    ({ head }) => head.value!.opens!,
  )
  for (const [kind, own] of kinds) {
    if (own.length <= most) continue
    const ids = own.map(({ head }) => head.value!.id).join(', ')
    const place = { path: `${course.id}/course.yml`, line: 1 }
    report('L21', place, `${own.length} lessons open with "${kind}" (${ids}); at most ${most} alike in this course`)
  }
}

const how = 'write opens: case, fault, dialogue, failed-trial, other-side or dilemma in the front matter'

/** Those with words that say what they show; one that only decorates has none. */
function picturesIn(text: string): number {
  return text.match(/!\[[^\]]+\]\(/g)?.length ?? 0
}

function checkToolNotes(course: WrittenCourse, lessons: readonly WrittenLesson[], report: Report): void {
  const withNotes = lessons.map((lesson) => ({ ...lesson, notes: toolNotesIn(lesson, lesson.locale) }))
  const count = withNotes.reduce((sum, { notes }) => sum + notes.length, 0)
  if (lessons.length > 0 && count < fewest) {
    const words = `the lessons have ${count} notes about tools ("> **Verktyg:** …"); at least ${fewest} in a course`
    report('L26', { path: `${course.id}/course.yml`, line: 1 }, words)
  }
  for (const { head, notes } of withNotes) {
    const [note] = notes
    if (!note || !head.value) continue
    const { tags, checked, review_by: due } = head.value
    if (!tags.includes('tool')) report('L26', note, 'a lesson with a note about a tool has the tag tool: tags: [tool]')
    const days = (Date.parse(due) - Date.parse(checked)) / 86_400_000
    if (days > toolNoteFor)
      report('L26', head.at('review_by'), 'a lesson with a note about a tool is reviewed within six months')
  }
}

function toolNotesIn({ body }: WrittenLesson, locale: Locale) {
  const starts = /^(?:Verktyg|Tool):/
  return allBlocks(sectionsOf(body, locale)).flatMap(({ isToolNote, text, place }) =>
    isToolNote && starts.test(text) ? [place] : [],
  )
}

/** A fact of the front matter that no sentence cites escapes what holds for those: it is shown, whether or not it may be. */
function checkListed({ head, body }: WrittenLesson, facts: SharedFiles['facts'], report: Report): void {
  head.value?.facts.forEach((id, i) => {
    if (body.text.includes(`[^${id}]`)) return
    const fact = facts?.get(id)
    const held = fact !== undefined && whyNotShown(fact, head.value!.tags.includes('law')) !== undefined
    const more = held ? ', and it may not be shown: cite it, so that its sentence is left out' : ''
    const message = `fact ${id} is listed and no sentence cites it${more}; write [^${id}] after the sentence, or take it away`
    report('L25', head.at('facts', i), message, held ? 'error' : 'warning')
  })
}
