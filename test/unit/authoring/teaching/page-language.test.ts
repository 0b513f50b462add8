import { expect, test } from 'vitest'

import { languageOf } from '../../../../tools/authoring/language/language-of.ts'
import { lineOf } from '../../../../tools/authoring/problems/problem.ts'
import { dictionaryOf } from '../../../../tools/authoring/spelling/dictionaries.ts'
import { CoursesFolder, en, firstCourseFolder, sv } from '../courses.ts'

const folders = { sv: 'granska-svaret/sv', en: 'granska-svaret/en' }

function said(folder: CoursesFolder, ...ids: string[]): string[] {
  const { problems } = folder.compile(undefined, { teaching: true, dictionaryOf })
  return problems.filter(({ id }) => ids.includes(id)).map(lineOf)
}

function course(): CoursesFolder {
  return new CoursesFolder(firstCourseFolder)
}

test.each([
  ['a lesson', 'sv', sv, en],
  ['a lesson', 'en', en, sv],
  ['the pool', 'sv', `${folders.sv}/badge.md`, `${folders.en}/badge.md`],
  ['the pool', 'en', `${folders.en}/badge.md`, `${folders.sv}/badge.md`],
  ['the page of the course', 'sv', `${folders.sv}/course.md`, `${folders.en}/course.md`],
  ['the artefact', 'en', `${folders.en}/artefact.md`, `${folders.sv}/artefact.md`],
])('%s of the other language in %s/ is told once, and its words are not', (_, locale, path, other) => {
  const folder = course()
  const language = locale === 'sv' ? 'English' : 'Swedish'
  expect(said(folder.write(path, folder.read(other)), 'T13', 'T14')).toEqual([
    expect.stringMatching(`^courses/${path}:1:1 error T14 the page is in ${language}, and ${locale}/ is for`),
  ])
})

test('paragraphs and a question that nobody has translated are told once a file, at the first', () => {
  const folder = course()
  const paragraph =
    'So the tone cannot help you. What helps is to ask which of the claims would hurt if they were wrong.'
  folder.edit(sv, '## Lagom koll', `${paragraph}\n\n${paragraph}\n\n## Lagom koll`)
  expect(said(folder, 'T14')).toEqual([
    expect.stringMatching(`^${folder.at(sv, paragraph)} error T14 this is in English, and 1 more in the file`),
  ])

  const question = course()
  const own = question.read(sv)
  const theirs = question.read(en)
  const [from, to] = [
    own.slice(own.indexOf('Vad kontrollerar du först?')),
    theirs.slice(theirs.indexOf('What do you check first?')),
  ]
  const cut = (text: string) => text.slice(0, text.indexOf('\n### '))
  expect(said(question.edit(sv, cut(from), cut(to)), 'T14')).toHaveLength(1)
})

test.each([
  'Svara på **engelska**: Thank you for your order.',
  '> You are a careful editor. Write a reply to the customer that is short and that does not promise a date for the delivery.',
  'Skriv så här: "You are a careful editor. Write a reply to the customer that is short and does not promise a date." Läs sedan svaret.',
  'Filmen heter The Man Who Was Thursday, och den är bra.',
  'Copilot, Gemini, ChatGPT, Claude.',
  'Open the file. Save it.',
])('nothing is said in a Swedish lesson of: %s', (text) => {
  expect(said(course().edit(sv, '## Lagom koll', `${text}\n\n## Lagom koll`), 'T14')).toEqual([])
})

test('nothing is told of a text that is short or in both languages', () => {
  expect(languageOf(['The boss is out.'])).toBeUndefined()
  expect(languageOf(['Det är bra. Och det är sant. This is right and that is wrong.'])).toBeUndefined()
  expect(languageOf(['Det är bra', 'och det är sant att det har hänt'])).toBe('sv')
  expect(languageOf(['This is what they have and that is what you would do'])).toBe('en')
})
