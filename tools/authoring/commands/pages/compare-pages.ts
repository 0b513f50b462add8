import { previewPage } from '../../../preview/page-preview.ts'
import { type Compilation, compileCourses } from '../../compile/compile.ts'
import type { SourceFile } from '../../files/source-file.ts'
import { type ChangedPage, changedPages } from './changed-pages.ts'
import type { Compared, Side } from './comparison.ts'
import { withShownCourses } from './shown-courses.ts'
import { WholePages } from './whole-page.ts'

const decoder = new TextDecoder()

/** Every page that differs between two states of the courses, as each of them shows it, whether or not they compile. */
export async function comparePages(before: readonly SourceFile[], after: readonly SourceFile[]): Promise<Compared[]> {
  const [old, now] = [draftOf(before), draftOf(after)]
  const changed = changedPages(old.now, now.now)
  const oldSides = await sidesOf(
    old,
    changed.filter(({ state }) => state !== 'new'),
  )
  const newSides = await sidesOf(
    now,
    changed.filter(({ state }) => state !== 'gone'),
  )
  return changed.map((page) => ({
    ...page,
    before: oldSides.get(page.address),
    after: newSides.get(page.address),
  }))
}

interface Draft {
  files: readonly SourceFile[]
  now: Compilation
}

function draftOf(files: readonly SourceFile[]): Draft {
  return { files, now: compileCourses(files, 'courses', undefined, { draft: true, teaching: true }) }
}

/** One side of each page, by its address. */
async function sidesOf({ files, now }: Draft, changed: readonly ChangedPage[]): Promise<Map<string, Side>> {
  const textOf = (path: string) => decoder.decode(files.find((file) => file.path === path)?.bytes)
  const sideOf = ({ address, isPool }: ChangedPage, html: string | undefined): [string, Side] => {
    const { file, problems, questions } = previewPage(now, address, textOf)
    const own = problems.map((problem) => ({ ...problem, path: `courses/${problem.path || file}` }))
    const shown = isPool || !isCoursePage.test(address.split('?')[0]!) ? questions.map((question) => question.html) : []
    return [address, { html, questions: shown, problems: own }]
  }
  if (changed.every(({ isPool }) => isPool)) return new Map(changed.map((page) => sideOf(page, undefined)))
  return withShownCourses(files, async (site) => {
    const whole = new WholePages(site)
    const sides = new Map<string, Side>()
    for (const page of changed) sides.set(...sideOf(page, page.isPool ? undefined : await whole.at(page.address)))
    return sides
  })
}

/** The author's panel has the pool with the course; here it has a place of its own. */
const isCoursePage = /^\/[a-z]{2}\/courses\/[^/]+(?:\/artefact)?$/
