import type { SourceFile } from '../authoring/files/source-file.ts'

const courses = 120
const lesson = /\/\d\d-[^/]+\.md$/
const decoder = new TextDecoder()
const encoder = new TextEncoder()

export const isLesson = ({ path }: SourceFile) => lesson.test(path)

/**
 * A courses folder with at least so many lesson files (a lesson has one in each language), made from the first course
 * there is: a hundred courses, each with its lessons as often as it takes. All ids are unique, so it has no errors.
 */
export function manyLessons(files: readonly SourceFile[], wanted: number): SourceFile[] {
  const [template] = files.filter((file) => file.path.endsWith('/course.yml'))
  const id = template!.path.split('/')[0]!
  const shared = files.filter((file) => !file.path.includes('/')).map(withoutPaths)
  const own = files.filter((file) => file.path.startsWith(`${id}/`))
  const times = Math.ceil(wanted / courses / own.filter(isLesson).length)
  const course = [
    ...own.filter((file) => !isLesson(file)),
    ...own.filter(isLesson).flatMap((file) => repeated(file, own, times)),
  ]
  return [...shared, ...Array.from({ length: courses }, (_, n) => course.map((file) => inCourse(file, id, n))).flat()]
}

/** The paths name courses that are not among the generated ones. */
function withoutPaths(file: SourceFile): SourceFile {
  return file.path === 'paths.yml' ? { ...file, bytes: encoder.encode('paths: []\n') } : file
}

/** Later copies get higher numbers, and ids of their own. */
function repeated(file: SourceFile, own: SourceFile[], times: number): SourceFile[] {
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1)
  const inLanguage = own.filter((other) => isLesson(other) && other.path.startsWith(folder)).sort(byPath)
  const place = inLanguage.indexOf(file)
  const text = decoder.decode(file.bytes)
  return Array.from({ length: times }, (_, n) => {
    const number = String(n * inLanguage.length + place + 1).padStart(2, '0')
    const path = `${folder}${number}-${file.path.slice(folder.length + 3)}`
    const renamed = text.replace(/^id: (.+)$/m, `id: $1-${n}`).replace(/^(<!-- \{ id: [a-z0-9-]+)/gm, `$1-${n}`)
    return { path, bytes: encoder.encode(n === 0 ? text : renamed) }
  })
}

function byPath(a: SourceFile, b: SourceFile): number {
  return a.path < b.path ? -1 : 1
}

function inCourse(file: SourceFile, id: string, n: number): SourceFile {
  const path = file.path.replace(id, `bench-${n}`)
  if (!file.path.endsWith('/course.yml')) return { ...file, path }
  const text = decoder
    .decode(file.bytes)
    .replace(/number: C\d\d/, `number: C${String(n).padStart(2, '0')}`)
    .replace(/badge: \{ id: [a-z0-9-]+/, `badge: { id: bench-${n}`)
  return { ...file, path, bytes: encoder.encode(text) }
}
