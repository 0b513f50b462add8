import { expect, test } from 'vitest'

import { compileCourses } from '../../../../tools/authoring/compile/compile.ts'
import { dictionaryOf } from '../../../../tools/authoring/spelling/dictionaries.ts'
import { lineOf, Problems } from '../../../../tools/authoring/problems/problem.ts'
import { readSpellers } from '../../../../tools/authoring/spelling/read-spellers.ts'
import { CoursesFolder, en, firstCourseFolder, sv } from '../courses.ts'

const words = new Map([['words.yml', 'both: [Eyob]\nsv: [årig]\n']])
const spellers = readSpellers(words, dictionaryOf, new Problems())

function spelt(folder: CoursesFolder): string[] {
  const files = [...folder.files].map(([path, bytes]) => ({ path, bytes }))
  return compileCourses(files, 'courses', undefined, { dictionaryOf }).problems.map(lineOf)
}

test.for([
  'kontroll',
  'Kontrollera',
  'AI:ns',
  'e-post',
  'leveransvillkor',
  'plåtverkstad',
  'granskningskortet',
  '14-årig',
  'Eyobs',
  'SEK',
])('Swedish knows %s', (word) => expect(spellers.sv.knows(word)).toBe(true))

test.for(['kontrolera', 'granskningskårt', 'AI-tjännst', 'Eyobb'])('Swedish does not know %s', (word) =>
  expect(spellers.sv.knows(word)).toBe(false),
)

test('English knows Swedish places by their capital only', () => {
  expect(spellers.en.knows('Rättvik')).toBe(true)
  expect(spellers.en.knows('verkstad')).toBe(false)
  expect(spellers.en.knows("supplier's")).toBe(true)
  expect(['didn’t', "didn't", 'supplier’s'].filter((word) => !spellers.en.knows(word))).toEqual([])
})

test('a misspelt word is told once a file, at its paragraph, with what was meant', () => {
  const found = spelt(
    new CoursesFolder(firstCourseFolder).edit(sv, 'Tonen kan alltså inte', 'Tonenn och tonenn kan alltså inte'),
  )
  expect(found).toHaveLength(2)
  expect(found[0]).toMatch(/^courses\/granska-svaret\/sv\/02-tre-fragor\.md:\d+:1 warning T13 "Tonenn"/)
  expect(
    spelt(new CoursesFolder(firstCourseFolder).edit(en, 'So the tone cannot', 'So the tonne caannot'))[0],
  ).toContain('did you mean cannot')
})

test('a note about a tool may name it, and is spelt like the rest', () => {
  const noted = (note: string) =>
    spelt(new CoursesFolder(firstCourseFolder).edit(sv, '\n## Lagom koll', `\n${note}\n\n## Lagom koll`))
  expect(noted('> **Verktyg:** Det heter *Researcher* i Copilot och Gemini.')).toEqual([])
  expect(noted('> **Verktyg:** Det kontrolerar Copilot.')).toEqual([expect.stringContaining('"kontrolerar"')])
  expect(noted('Det heter så i Copilot.')).toEqual([expect.stringContaining('"Copilot"')])
})

test('our own courses are spelt right', () => {
  expect(spelt(new CoursesFolder(firstCourseFolder))).toEqual([])
})

test('three thousand unknown words are told within two seconds, and those of the first mistakes with what was meant', () => {
  const letters = 'bdfghjklmnprstvxz'
  const unknown = Array.from(
    { length: 3000 },
    (_, i) => `${letters[i % 17]}q${letters[Math.floor(i / 17) % 17]}å${letters[Math.floor(i / 289)]}qskrivv`,
  )
  const paragraphs = Array.from({ length: 100 }, (_, i) => unknown.slice(30 * i, 30 * i + 30).join(' '))
  const before = process.cpuUsage()
  const found = spelt(
    new CoursesFolder(firstCourseFolder).edit(
      sv,
      'Tonen kan alltså inte',
      `Tonenn.\n\n${paragraphs.join('\n\n')}\n\nTonen kan alltså inte`,
    ),
  )

  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000)
  expect(found.length).toBeGreaterThanOrEqual(2900)
  expect(found[0]).toContain('"Tonenn" is in no dictionary; did you mean')
})
