import { dayOf } from '../../../formats/day.ts'
import { blocks, byNumber, type Compilation, compileCourses } from '../compile/compile.ts'
import { CoursesDoNotCompile } from '../compile/load-catalogue.ts'
import { Memory } from '../files/memory.ts'
import type { Problem } from '../problems/problem.ts'
import { readCourses, shownFolder } from '../files/read-courses.ts'
import type { SourceFile } from '../files/source-file.ts'
import { dictionaryOf } from '../spelling/dictionaries.ts'

interface State {
  files: SourceFile[]
  /** What the files say now, problems and all. */
  now: Compilation
  /** What is shown: each course as it was when it last compiled. */
  served: Compilation
}

interface Folder {
  root: string
  /** A folder laid over it. */
  over: string | undefined
  /** Only problems of structure hold a course back. */
  draft: boolean
  /** The checks of teaching as well. */
  teaching: boolean
  /** Read once, as a build does: what another reading would go by is not kept. */
  once?: boolean
}

/** A courses folder that is read again and again while somebody writes in it. */
export class LiveCourses {
  readonly #folder: Folder
  readonly #memory = new Memory()
  #state: Promise<State> | undefined

  constructor(folder: Folder) {
    this.#folder = folder
  }

  /** Read when first asked for. Throws CoursesDoNotCompile when there is no good version yet, or NoCourses. */
  get state(): Promise<State> {
    return (this.#state ??= this.#open())
  }

  /** Reads the folder again; gives the problems for which something is shown as it was before. Throws NoCourses. */
  async reread(): Promise<Problem[]> {
    const { served } = await this.state
    const next = await this.#read()
    this.#state = Promise.resolve({ ...next, served: lastGood(served, next.now, this.#folder.draft) })
    return this.#blocking(next.now)
  }

  async #open(): Promise<State> {
    const first = await this.#read()
    const blocking = this.#blocking(first.now)
    if (blocking.length > 0) throw new CoursesDoNotCompile(blocking)
    return { ...first, served: first.now }
  }

  async #read(): Promise<Pick<State, 'files' | 'now'>> {
    const { root, over, draft, teaching, once = false } = this.#folder
    const along = {
      memory: once ? new Memory() : this.#memory,
      draft,
      teaching,
      dictionaryOf: draft && teaching ? dictionaryOf : undefined,
    }
    const files = await readCourses(root, over, along)
    const today = draft ? dayOf(new Date()) : undefined
    const now = compileCourses(files, shownFolder(root), today, along)
    return once ? { files: [], now: { ...now, written: [] } } : { files, now }
  }

  #blocking({ problems }: Compilation): Problem[] {
    return problems.filter((problem) => blocks(problem, this.#folder.draft))
  }
}

/** A course that does not compile stays as it was; when what all courses refer to cannot be read, everything does. */
function lastGood(earlier: Compilation, now: Compilation, draft: boolean): Compilation {
  const folders = now.written.map(({ id }) => `/${id}/`)
  const blocking = now.problems.filter((problem) => blocks(problem, draft))
  if (blocking.some(({ path }) => !folders.some((folder) => path.includes(folder)))) return earlier

  const kept = new Set(
    now.written.map(({ id }) => id).filter((id) => !now.summaries.some((summary) => summary.id === id)),
  )
  const summaries = [...now.summaries, ...earlier.summaries.filter(({ id }) => kept.has(id))]
  return {
    ...now,
    summaries: summaries.sort(byNumber),
    courses: [...now.courses, ...earlier.courses.filter(({ id }) => kept.has(id))],
    images: [...now.images, ...earlier.images],
  }
}
