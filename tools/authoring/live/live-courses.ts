import { dayOf } from '../../../formats/day.ts'
import { blocks, type Compilation, compileCourses } from '../compile/compile.ts'
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
  /** What is shown: the same of a draft, else the courses as they were when all of them last compiled. */
  served: Compilation
}

interface Folder {
  root: string
  /** A folder laid over it. */
  over: string | undefined
  /** For an author's eyes: whatever is wrong, all that can be read is shown. */
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

  /** Read when first asked for. Throws NoCourses, and CoursesDoNotCompile where that is no draft. */
  get state(): Promise<State> {
    return (this.#state ??= this.#open())
  }

  /** Reads the folder again. Throws NoCourses. */
  async reread(): Promise<void> {
    const { served } = await this.state
    const next = await this.#read()
    const isShown = this.#folder.draft || blockingIn(next.now).length === 0
    this.#state = Promise.resolve({ ...next, served: isShown ? next.now : served })
  }

  /** Problems for which a build refuses the folder, but those that only say that something is not finished. */
  async blocking(): Promise<Problem[]> {
    return blockingIn((await this.state).now, this.#folder.draft)
  }

  async #open(): Promise<State> {
    const first = await this.#read()
    const blocking = blockingIn(first.now)
    if (!this.#folder.draft && blocking.length > 0) throw new CoursesDoNotCompile(blocking)
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
}

function blockingIn({ problems }: Compilation, draft = false): Problem[] {
  return problems.filter((problem) => blocks(problem, draft))
}
