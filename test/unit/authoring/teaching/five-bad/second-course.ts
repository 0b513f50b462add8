import { type CoursesFolder, en, firstCourseOfBefore, sv } from '../../courses.ts'

export { en, sv }
export const pool = { sv: 'granska-svaret/sv/badge.md', en: 'granska-svaret/en/badge.md' }
const courseFile = 'granska-svaret/course.yml'
const kinds = ['case', 'fault', 'dialogue', 'case', 'dilemma']
const ids = ['why-wrong-sounds-right', 'three-questions', 'sixty-second-scan', 'what-is-missing', 'polished-but-wrong']
const guesses = [0.95, 0.9, 0.75, 0.9, 0.55, 0.75, 0.95]

export type Change = (folder: CoursesFolder) => CoursesFolder

/** The first course as one that does all that the second edition asks, but for moulds in its options and feedback. */
export function secondCourse(): CoursesFolder {
  const folder = firstCourseOfBefore()
  folder.edit(courseFile, 'number:', 'edition: 2\nnumber:')
  for (const [locale, note] of [
    ['sv', '> **Verktyg:** Copilot har en knapp.'],
    ['en', '> **Tool:** Copilot has a button.'],
  ] as const) {
    lessonsOf(folder, locale).forEach((path, i) => {
      const text = folder
        .read(path)
        .replace(/^facts: .*$/m, `facts: []\ntags: [tool]\nopens: ${kinds[i]}\ndoing: service`)
        .replace(
          '\n## ',
          `\n${note}\n\n![${locale === 'sv' ? 'Två axlar bredvid varandra.' : 'Two axes, side by side.'}](../images/axes.svg)\n\n## `,
        )
      folder.write(path, text)
    })
    let i = 0
    const more = () => `, from: ${ids[i % ids.length]}, needs: course, p: ${guesses[i++ % guesses.length]}`
    folder.write(
      pool[locale],
      folder
        .read(pool[locale])
        .replaceAll(/^<!-- \{ (.*) \} -->$/gm, (_, head: string) => `<!-- { ${head}${more()} } -->`),
    )
  }
  return folder
}

export function lessonsOf(folder: CoursesFolder, locale: 'sv' | 'en'): string[] {
  return [...folder.files.keys()].filter((path) => path.startsWith(`granska-svaret/${locale}/0`)).toSorted()
}

/** Each gives a change of its own. */
export function five<T>(
  given: readonly [T, T, T, T, T],
  change: (value: T, folder: CoursesFolder) => CoursesFolder,
): Change[] {
  return given.map((value) => (folder: CoursesFolder) => change(value, folder))
}

/** The same change to each of the five Swedish lessons. */
export function inEachLesson(change: (text: string) => string): Change[] {
  return [0, 1, 2, 3, 4].map((i) => (folder: CoursesFolder) => {
    const path = lessonsOf(folder, 'sv')[i]!
    return folder.write(path, change(folder.read(path)))
  })
}

/** A paragraph, or what else stands alone, in the second lesson. */
export function put(text: string, folder: CoursesFolder, path = sv): CoursesFolder {
  return folder.edit(
    path,
    path === sv ? '\n## Konsekvens' : '\n## Stakes',
    `\n${text}\n\n${path === sv ? '## Konsekvens' : '## Stakes'}`,
  )
}

/** Words instead of words of the second Swedish lesson. */
export function swap(from: string): (to: string, folder: CoursesFolder) => CoursesFolder {
  return (to, folder) => folder.edit(sv, from, to)
}

/** Of the second lesson nothing stays but a text between its first heading and the block to do. */
export function instead(text: string, folder: CoursesFolder, path = sv): CoursesFolder {
  const before = folder.read(path)
  const [start, end] = [/## (?:Det låter|Sounds good)/, /## (?:Gör nu|Do it now)/].map((pattern) =>
    before.search(pattern),
  )
  return folder.write(path, `${before.slice(0, start)}## En\n\nVad gör du?\n\n${text}\n\n${before.slice(end)}`)
}

export function times(text: string, count: number): string {
  return Array.from({ length: count }, () => text).join(' ')
}
