import { expect, test } from 'vitest'

import { CoursesFolder, firstCourseFolder } from '../courses.ts'

/** The first course, with some words under "Do it now" in lessons of these languages, easy Swedish too. */
function saying(words: string, ...locales: ('sv' | 'en')[]): CoursesFolder {
  const folder = new CoursesFolder(firstCourseFolder)
  // What our own lessons say of it is theirs to change.
  for (const path of folder.files.keys())
    if (path.endsWith('.md'))
      folder.write(path, folder.read(path).replaceAll(/<!-- doing: service -->\n?|^doing: service\n/gm, ''))
  for (const path of folder.files.keys())
    if (locales.some((locale) => new RegExp(`^granska-svaret/${locale}(?:-lattlast)?/0`).test(path)))
      folder.write(path, folder.read(path).replace(/(\n## (?:Gör nu|Do it now).*\n)/, `$1${words}\n\n`))
  return folder
}

test('a comment under "Do it now" says that it has the reader use an AI service', () => {
  const both = saying('<!-- doing: service -->', 'sv', 'en')
  expect(both.problems()).toEqual([])
  expect(both.taughtInFull().filter((line) => line.includes('L23'))).toEqual([])
  expect(saying('', 'sv', 'en').taughtInFull().join('\n')).toContain(
    'L23 "Do it now" has the reader use an AI service in 0',
  )
})

test.each([
  ['<!-- doing: servise -->', 'S03 write <!-- doing: service --> on the line under'],
  ['Gör så.\n\n<!-- doing: service -->', 'S03 write <!-- doing: service --> on the line under'],
])('%s is told, at its line', (words, message) => {
  const told = saying(words, 'sv', 'en').problems()
  expect(told).toHaveLength(15)
  for (const line of told) expect(line).toContain(message)
})

test('in one language alone it is told', () => {
  expect(saying('<!-- doing: service -->', 'en').problems()[0]).toContain(
    'S12 doing is service, but nothing in Swedish',
  )
  expect(saying('<!-- doing: service -->', 'sv').problems()[0]).toContain(
    'S12 doing is nothing, but service in Swedish',
  )
})
