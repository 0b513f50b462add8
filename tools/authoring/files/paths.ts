import type { InBoth, LearningPath, Paths, PlannedCourse, Starter } from '../../../formats/catalogue/catalogue.ts'
import { hashOf } from './hashes.ts'
import { didYouMean } from '../problems/near-miss.ts'
import type { Problems } from '../problems/problem.ts'
import { PathsFile } from './schemas.ts'
import { withQuotes } from '../language/typography.ts'
import { type Placed, readYaml } from './yaml-source.ts'

const noPaths: Paths = { paths: [], planned: [] }

type Entry = PathsFile['paths'][number]['courses'][number]

/**
 * Compiles paths.yml: ordered sets of courses, written as course ids, as `one_of` several, or as another path whose
 * courses come here. `courses` are the folders there are. A course that does not exist yet is named under `planned`. A folder without the file has no paths.
 * `lessons`: those of each course that compiles, for what the first meetings name.
 */
export function compilePaths(
  texts: ReadonlyMap<string, string>,
  courses: readonly string[],
  problems: Problems,
  lessons: ReadonlyMap<string, readonly string[]> = new Map(),
): Paths {
  const text = texts.get('paths.yml')
  if (text === undefined) return noPaths
  const file = readYaml({ path: 'paths.yml', text, line: 1, column: 1 }, PathsFile, problems)
  if (!file.value) return noPaths

  const planned = file.value.planned.filter(({ id }) => !courses.includes(id))
  const known = new Set([...courses, ...file.value.planned.map(({ id }) => id)])
  checkIds(file, problems)
  checkStarter(file, { known, lessons }, problems)
  return {
    paths: file.value.paths.map((path, i) => compilePath(path.id, i, file, known, problems)),
    ...(file.value.starter ? { starter: compileStarter(file.value.starter) } : {}),
    planned: planned.map((course): PlannedCourse => ({ ...course, title: quoted(course.title) })),
  }
}

function compilePath(
  id: string,
  i: number,
  file: Placed<PathsFile>,
  known: ReadonlySet<string>,
  problems: Problems,
): LearningPath {
  const { name, description, badge, courses } = file.value!.paths[i]!
  const steps = expand(courses, { within: [id], named: new Set() }, i, file, known, problems)
  const seen = new Set<string>()
  for (const course of steps.flat()) {
    if (seen.has(course)) problems.error('S62', file.at('paths', i), `course ${course} stands twice in the path ${id}`)
    seen.add(course)
  }
  return {
    id,
    version: hashOf(steps),
    name: quoted(name),
    description: quoted(description),
    badge: quoted(badge),
    steps,
  }
}

/** Which paths we are in the middle of, and all that the outermost has named. */
interface Route {
  within: string[]
  named: Set<string>
}

/** The courses of a path, each as the list of those to choose from. */
function expand(
  entries: Entry[],
  { within, named }: Route,
  i: number,
  file: Placed<PathsFile>,
  known: ReadonlySet<string>,
  problems: Problems,
): string[][] {
  const { paths } = file.value!
  return entries.flatMap((entry, n) => {
    const at = file.at('paths', i, 'courses', n)
    if (typeof entry === 'string' || 'one_of' in entry) {
      const choice = typeof entry === 'string' ? [entry] : entry.one_of
      for (const course of choice) if (!known.has(course)) problems.error('S60', at, unknownCourse(course, known))
      return [choice]
    }

    const other = paths.findIndex((path) => path.id === entry.path)
    if (within.includes(entry.path)) {
      problems.error('S61', at, `the path ${within[0]} goes in a circle: ${[...within, entry.path].join(' → ')}`)
      return []
    }
    if (other === -1) {
      const near = didYouMean(
        entry.path,
        paths.map((path) => path.id),
      )
      problems.error('S60', at, `path ${entry.path} does not exist${near}`)
      return []
    }
    if (named.has(entry.path)) {
      problems.error('S62', at, `path ${entry.path} stands twice in the path ${within[0]}`)
      return []
    }
    named.add(entry.path)
    return expand(paths[other]!.courses, { within: [...within, entry.path], named }, other, file, known, problems)
  })
}

function checkIds(file: Placed<PathsFile>, problems: Problems): void {
  for (const list of ['paths', 'planned'] as const) {
    const ids = file.value![list].map(({ id }) => id)
    ids.forEach((id, i) => {
      if (ids.indexOf(id) < i) problems.error('S13', file.at(list, i, 'id'), `${id} is used twice under ${list}`)
    })
  }
}

interface There {
  known: ReadonlySet<string>
  lessons: ReadonlyMap<string, readonly string[]>
}

function checkStarter(file: Placed<PathsFile>, { known, lessons }: There, problems: Problems): void {
  const { meetings, alone } = file.value!.starter ?? { meetings: [], alone: [] }
  const named = [
    ...meetings.flatMap((meeting, m) =>
      meeting.lessons.map((entry, i) => ({ ...entry, at: ['starter', 'meetings', m, 'lessons', i] })),
    ),
    ...alone.map((entry, i) => ({ ...entry, at: ['starter', 'alone', i] })),
  ]
  for (const { course, lesson, at } of named) {
    if (!known.has(course)) problems.error('S60', file.at(...at, 'course'), unknownCourse(course, known))
    const own = lessons.get(course)
    if (own && !own.includes(lesson))
      problems.error('S60', file.at(...at, 'lesson'), `${course} has no lesson ${lesson}${didYouMean(lesson, own)}`)
  }
}

function compileStarter({ meetings, alone }: NonNullable<PathsFile['starter']>): Starter {
  return {
    meetings: meetings.map(({ title, say, lessons, after }) => ({
      title: quoted(title),
      say: quoted(say),
      lessons: lessons.map((lesson) => ({ ...lesson, title: quoted(lesson.title), ask: lesson.ask.map(quoted) })),
      after: after.map(quoted),
    })),
    alone: alone.map((lesson) => ({ ...lesson, title: quoted(lesson.title) })),
  }
}

function unknownCourse(course: string, known: ReadonlySet<string>): string {
  return `course ${course} does not exist${didYouMean(course, known) || '; name it under planned if it is to come'}`
}

function quoted(text: InBoth<string>): InBoth<string> {
  return { sv: withQuotes(text.sv, 'sv'), en: withQuotes(text.en, 'en') }
}
