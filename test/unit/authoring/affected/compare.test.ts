import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { compareCourses } from '../../../../tools/authoring/commands/affected/compare-courses.ts'
import { outlineCourses } from '../../../../tools/authoring/commands/affected/outline.ts'
import { CoursesFolder, en, sv } from '../courses.ts'
import { folderWith } from '../written-questions.ts'

const course = 'granska-svaret/course.yml'
const other = { sv: 'granska-svaret/sv/01-varfor-fel.md', en: 'granska-svaret/en/01-why-wrong.md' }

/** `severity kind id` of everything that changes for people between the fixture and a folder. */
function effects(after: CoursesFolder, before = new CoursesFolder()): string[] {
  return compare(after, before).map(({ severity, kind, id }) => `${severity} ${kind} ${id}`)
}

function messages(after: CoursesFolder, before = new CoursesFolder()): string {
  return compare(after, before)
    .map(({ message }) => message)
    .join('\n')
}

function compare(after: CoursesFolder, before: CoursesFolder) {
  return compareCourses(outline(before), outline(after)).flatMap((entry) => entry.effects)
}

function outline(folder: CoursesFolder) {
  return outlineCourses([...folder.files].map(([path, bytes]) => ({ path, bytes }))).courses
}

function withoutLesson(): CoursesFolder {
  return new CoursesFolder().remove(sv).remove(en)
}

const gone = 'three-questions, nuts-promise, link-is-not-proof, tone-is-not-truth, source-and-colleague'

test('nothing changed means nothing for anybody, and neither does a word in the text of a lesson', () => {
  expect(effects(new CoursesFolder())).toEqual([])
  expect(effects(new CoursesFolder().edit(sv, 'Amira sköter', 'Amira har hand om'))).toEqual([])
})

test('a mended word in a question bothers nobody', () => {
  const folder = new CoursesFolder().edit(sv, 'Den kan du slipa på sist.', 'Slipa på den sist.')

  expect(effects(folder)).toEqual(['notice words-changed nuts-promise'])
  expect(messages(folder)).toBe('only words changed in question nuts-promise; this bothers nobody')
})

test('another right option is told as such, and the course gets a new version', () => {
  const folder = new CoursesFolder()
  for (const [path, right, wrong] of [
    [sv, 'Löftet om', 'Tonen i'],
    [en, 'The promise', 'The tone'],
  ] as const) {
    folder.edit(path, `- [x] ${right}`, `- [ ] ${right}`).edit(path, `- [ ] ${wrong}`, `- [x] ${wrong}`)
  }

  expect(effects(folder)).toEqual(['notice key-changed nuts-promise', 'notice course-version granska-svaret'])
  expect(messages(folder)).toContain('question nuts-promise: another answer is right; answers given before stay')
})

describe('the items of an order that change places under one id make right answers wrong', () => {
  const [first, second] = ['Läs hela svaret en gång.', 'Kontrollera *siffrorna* mot källan.']
  const swap = (text: string) => text.replace(`1. ${first}`, '1. X').replace(second, first).replace('X', second)

  test('so a new id is asked for, and the course version does not tell', () => {
    const after = folderWith('order', swap)
    expect(effects(after, folderWith('order'))).toEqual(['error items-swapped new-one'])
    expect(messages(after, folderWith('order'))).toContain(
      'question new-one: its items have changed places, so another order is right; give it a new id and list new-one under retired',
    )
    expect(after.question('new-one').keyHash).toBe(folderWith('order').question('new-one').keyHash)
  })

  test('also when a word of another item is mended at once, and when a mark or a full stop comes or goes', () => {
    const after = folderWith('order', (text) =>
      swap(text).replace('till kunden.\n\n>', 'till kunden i dag.\n\n>').replace('*siffrorna*', 'siffrorna'),
    )
    expect(effects(after, folderWith('order'))[0]).toBe('error items-swapped new-one')
  })

  test('and mended words move nothing', () => {
    const after = folderWith('order', (text) => text.replace('en gång', 'två gånger').replace('*siffrorna*', 'talen'))
    expect(effects(after, folderWith('order'))).toEqual(['notice words-changed new-one'])
  })
})

describe('options that change places or meaning under one id put other words into mouths', () => {
  const swap = (text: string, one: string, two: string) => text.replace(one, 'X').replace(two, one).replace('X', two)
  const texts = (path: string) =>
    [...new CoursesFolder().read(path).matchAll(/^- \[[ x]\] (.*?)(?: <!--.*)?$/gm)].map(([, text]) => text!)
  const kept = () => new CoursesFolder()

  test.each([
    ['two wrong ones', 1, 2],
    ['the right one and a wrong one, while [x] stays where it is', 0, 1],
    ['the first and the last', 0, 2],
  ])('%s', (_, one, two) => {
    const folder = kept()
    for (const path of [sv, en]) folder.write(path, swap(folder.read(path), texts(path)[one]!, texts(path)[two]!))
    expect(effects(folder)).toEqual(['error items-swapped nuts-promise'])
    expect(messages(folder)).toContain(
      'its options have changed places, so answers given would say something else; give it a new id',
    )
  })

  const changed = (svFrom: string, svTo: string, enFrom: string, enTo: string) =>
    effects(kept().edit(sv, svFrom, svTo).edit(en, enFrom, enTo))
  const [times, breakfast] = [
    'Tiderna för frukosten, eftersom nästan alla gäster frågar om just dem.',
    'The breakfast times, because nearly every guest asks about them.',
  ]

  test('also when a word is mended on the way', () => {
    const folder = kept()
    for (const path of [sv, en]) {
      const [one, , three] = texts(path)
      folder.write(path, swap(folder.read(path), one!, three!))
    }
    folder.edit(sv, 'frågar om just dem', 'frågar om dem').edit(en, 'asks about them', 'asks about these')
    expect(effects(folder)).toEqual(['error items-swapped nuts-promise'])
  })

  test.each([
    ['its opposite', 'Tonen följer inte sanningen', 'Tonen följer sanningen', 'does not follow', 'does follow'],
    [
      'something else',
      times,
      'Priset per natt, för det står i bokningen.',
      breakfast,
      'What a night costs, since the booking says so.',
    ],
  ])('an option that says %s', (_, svFrom, svTo, enFrom, enTo) => {
    expect(changed(svFrom, svTo, enFrom, enTo)).toEqual([expect.stringMatching(/^error items-swapped /)])
  })

  test.each([
    [
      'mended words',
      times,
      'Tiderna för frukost, eftersom nästan varje gäst frågar om dem.',
      breakfast,
      'The times of breakfast, because almost every guest asks about them.',
    ],
    [
      'a translation put right in one language',
      'Tonen följer inte sanningen',
      'Tonen följer sanningen',
      breakfast,
      breakfast,
    ],
    ['a comment and a mark', times, times.replace('Tiderna', '*Tiderna*'), breakfast, breakfast],
  ])('not %s', (_, svFrom, svTo, enFrom, enTo) => {
    expect(changed(svFrom, svTo, enFrom, enTo)).toEqual([expect.stringMatching(/^notice words-changed /)])
  })
})

test('another competence is told as such', () => {
  const folder = new CoursesFolder().editBoth(
    'id: nuts-promise, competence: CHK-1a',
    'id: nuts-promise, competence: CHK-1b',
  )

  expect(messages(folder)).toContain('it measures CHK-1b and measured CHK-1a')
})

test('a lesson that is gone is an error until it and its questions are listed as retired', () => {
  expect(effects(withoutLesson())).toContain('error lesson-gone three-questions')
  expect(messages(withoutLesson())).toContain(`list it and its questions under retired in course.yml: ${gone}`)

  const half = withoutLesson().edit(course, 'retired: []', 'retired: [three-questions]')
  expect(messages(half)).toContain('its questions are not listed')

  const whole = withoutLesson().edit(course, 'retired: []', `retired: [${gone}]`)
  expect(effects(whole)).toEqual(['notice lesson-retired three-questions', 'notice course-version granska-svaret'])
})

test('a lesson whose id was changed is recognised, and so is a question', () => {
  const lesson = new CoursesFolder().editBoth('id: three-questions', 'id: 3-questions')
  expect(effects(lesson)[0]).toBe('error lesson-gone three-questions')
  expect(messages(lesson)).toContain('Its id seems to be 3-questions now')

  const question = new CoursesFolder().editBoth('id: nuts-promise', 'id: nut-promise')
  expect(effects(question)[0]).toBe('error question-gone nuts-promise')
  expect(messages(question)).toContain('Its id seems to be nut-promise now')
})

test('a question that is gone is an error until it is listed, and then must stay listed', () => {
  const folder = withoutQuestion(new CoursesFolder())
  expect(effects(folder)).toContain('error question-gone nuts-promise')

  const retired = withoutQuestion(new CoursesFolder()).edit(course, 'retired: []', 'retired: [nuts-promise]')
  expect(effects(retired)).toEqual(['notice question-retired nuts-promise', 'notice course-version granska-svaret'])
  expect(effects(folder, retired)).toEqual(['error retired-list nuts-promise'])
  expect(effects(new CoursesFolder(), retired)).toContain('notice question-back nuts-promise')
})

function withoutQuestion(folder: CoursesFolder): CoursesFolder {
  for (const path of [sv, en]) {
    folder.write(path, folder.read(path).replace(/### [^\n]+\n<!-- \{ id: nuts-promise[\s\S]*?(?=### )/, ''))
  }
  return folder
}

test('a new lesson and a new question are told with what they mean to those under way and those done', () => {
  expect(effects(new CoursesFolder(), withoutLesson())).toEqual([
    'notice lesson-added three-questions',
    'notice course-version granska-svaret',
  ])
  expect(messages(new CoursesFolder(), withoutLesson())).toContain('those who have completed the course stay so')
  expect(effects(new CoursesFolder(), withoutQuestion(new CoursesFolder()))).toContain(
    'notice question-added nuts-promise',
  )
})

test('a file with another number moves the lesson, and one with another name moves nothing', () => {
  const moved = new CoursesFolder()
  for (const path of [sv, en]) moved.write(path.replace('02-', '00-'), moved.read(path)).remove(path)
  expect(effects(moved)).toEqual(['notice lessons-moved three-questions', 'notice file-renamed three-questions'])

  const renamed = new CoursesFolder()
  renamed.write('granska-svaret/sv/02-fragorna.md', renamed.read(sv)).remove(sv)
  expect(effects(renamed)).toEqual(['notice file-renamed three-questions'])
})

test('a question that moves to another lesson keeps its answers', () => {
  const folder = new CoursesFolder()
  for (const [from, to] of [
    [sv, other.sv],
    [en, other.en],
  ] as const) {
    const [block] = /### [^\n]+\n<!-- \{ id: nuts-promise[\s\S]*?(?=### )/.exec(folder.read(from)) ?? ['']
    folder.edit(from, block, '').write(to, `${folder.read(to).trimEnd()}\n\n${block}`)
  }

  expect(effects(folder)).toEqual(['notice question-moved nuts-promise'])
})

test('a badge pool that grows is told once, with what is new in it', () => {
  const folder = new CoursesFolder()
  for (const locale of ['sv', 'en']) {
    const path = `granska-svaret/${locale}/badge.md`
    const question = folder.read(path).slice(folder.read(path).indexOf('### '), folder.read(path).indexOf('### ', 60))
    folder.write(path, `${folder.read(path).trimEnd()}\n\n${question.replace(/id: [a-z0-9-]+/, 'id: b-new')}`)
  }

  expect(effects(folder)).toEqual(['notice pool-changed granska-svaret', 'notice course-version granska-svaret'])
  expect(messages(folder)).toContain('(new: b-new)')
})

test('another badge id is an error, since badges that people hold would lead nowhere', () => {
  expect(effects(new CoursesFolder().edit(course, 'id: ai-granskare', 'id: granskare'))).toEqual([
    'error badge-changed ai-granskare',
  ])
})

test('a course folder that is gone or renamed is an error, and a new one bothers nobody', () => {
  const renamed = new CoursesFolder()
  for (const [path, bytes] of new CoursesFolder().files) {
    if (path.startsWith('granska-svaret/')) renamed.write(path.replace('granska-svaret', 'granska'), bytes).remove(path)
  }

  expect(effects(renamed)).toEqual(['notice course-added granska', 'error course-gone granska-svaret'])
  expect(messages(renamed)).toContain('It seems to be called granska now.')
})

test('a file that cannot be read is not taken for something that is gone', () => {
  const folder = new CoursesFolder().edit(sv, 'id: three-questions', 'id: [three-questions')

  expect(effects(folder)).toEqual(['error unread '])
  expect(messages(folder)).toContain('mend what courses:check says first')
})

test('a base that would not compile today is compared all the same', () => {
  const old = new CoursesFolder().remove('facts.yml').remove('granska-svaret/en/artefact.md')
  old.edit(sv, 'minutes: 6', 'minutes: six').edit(other.sv, 'outcome:', 'lernt:')

  expect(effects(new CoursesFolder(), old)).toEqual([])
})

test('no message proposes to take anything away, and every loss is an error', () => {
  const questions = new CoursesFolder().course().pool.map((question) => question.id)
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...questions), { minLength: 1 }), (lost) => {
      const folder = new CoursesFolder()
      for (const locale of ['sv', 'en']) {
        const path = `granska-svaret/${locale}/badge.md`
        const blocks = folder.read(path).split(/(?=^### )/m)
        folder.write(path, blocks.filter((block) => !lost.some((id) => block.includes(`id: ${id},`))).join(''))
      }
      const failed = compare(folder, new CoursesFolder()).filter(({ severity }) => severity === 'error')

      expect(failed.map(({ id }) => id).toSorted()).toEqual(lost.toSorted())
      expect(failed.map(({ message }) => message).join('\n')).not.toMatch(/delete|remove|erase|drop/i)
    }),
    { numRuns: 15 },
  )
})
