import { expect, test } from 'vitest'

import { CoursesFolder, en, sv } from './courses.ts'

const course = 'granska-svaret'

test('a file that is missing in one language is named', () => {
  for (const name of ['sv/course.md', 'en/badge.md', 'en/artefact.md']) {
    const problems = new CoursesFolder().remove(`${course}/${name}`).problems()
    expect(problems).toContain(
      `courses/${course}/${name}:1:1 error S10 ${name} is missing; every course has it in both languages`,
    )
  }
})

test('a lesson in one language only is reported at its id', () => {
  const folder = new CoursesFolder().remove(en)

  expect(folder.problems()).toEqual([
    `${folder.at(sv, 'three-questions')} error S11 lesson three-questions has no file in English; add one in en/ with the same id`,
  ])
})

test('a lesson whose id differs between the languages is said to be missing, with the near miss', () => {
  const folder = new CoursesFolder().edit(en, 'id: three-questions', 'id: three-question')

  expect(folder.problems()).toContain(
    `${folder.at(en, 'three-question')} error S11 lesson three-question has no file in Swedish; add one in sv/ with the same id; did you mean three-questions?`,
  )
})

test('course.yml that is missing is reported', () => {
  const problems = new CoursesFolder().remove(`${course}/course.yml`).problems()

  expect(problems).toEqual([
    `courses/${course}/course.yml:1:1 error S02 course.yml is missing or cannot be read; every course folder has one`,
  ])
})

test('a misnamed file does not vanish without a word', () => {
  const folder = new CoursesFolder()
    .write(`${course}/sv/3-siffror.md`, 'x')
    .write(`${course}/sv/bage.md`, 'x')
    .write('fact.yml', '')

  expect(folder.problems()).toEqual([
    `courses/fact.yml:1:1 warning S07 the file is not used; did you mean facts.yml?`,
    expect.stringContaining(
      `courses/${course}/sv/3-siffror.md:1:1 error S07 the file is not used; a course holds course.yml`,
    ),
    `courses/${course}/sv/bage.md:1:1 error S07 the file is not used; did you mean sv/badge.md?`,
  ])
})

test('ids and numbers that are used twice are reported with the place of the other', () => {
  const twice = new CoursesFolder().edit(sv, 'id: link-is-not-proof', 'id: nuts-promise')
  const pool = new CoursesFolder().edit(`${course}/en/badge.md`, 'id: b-2,', 'id: nuts-promise,')
  const lesson = new CoursesFolder().write(sv.replace('02-', '03-'), new CoursesFolder().read(sv))
  const number = new CoursesFolder().write(sv.replace('02-tre', '02-fyra'), new CoursesFolder().read(sv))

  const first = new CoursesFolder().at(sv, '### Fråga 1').split(':')[1]
  const place = twice.at(sv, 'nuts-promise, competence: CHK-1b')
  expect(twice.problems()).toContain(
    `${place} error S13 question id nuts-promise is used twice in this course; the other is at ${sv}:${first}`,
  )
  expect(pool.problems().join('\n')).toContain(
    `${pool.at(`${course}/en/badge.md`, 'nuts-promise')} error S13 question id nuts-promise is used twice`,
  )
  expect(lesson.problems().join('\n')).toContain(`error S13 lesson id three-questions is used by ${sv} as well`)
  expect(number.problems().join('\n')).toContain(`error S13 the number 02 is used by`)
})

test('two courses may share neither number nor badge', () => {
  const folder = new CoursesFolder()
  for (const [path, bytes] of folder.files)
    if (path.startsWith(course)) folder.write(path.replace(course, 'other'), bytes)

  expect(folder.problems()).toEqual([
    `${folder.at('other/course.yml', 'C03')} error S13 number C03 is used by granska-svaret as well`,
    `${folder.at('other/course.yml', 'ai-granskare')} error S13 badge id ai-granskare is used by granska-svaret as well`,
  ])
})

test('a retired id is never used again', () => {
  const folder = new CoursesFolder().edit(`${course}/course.yml`, 'retired: []', 'retired: [three-questions]')

  expect(folder.problems()).toContain(
    `${folder.at(sv, 'three-questions')} error S14 lesson three-questions is retired in course.yml; its id is never used again`,
  )
})

test('the languages must agree about options, keys, competence, kind and order', () => {
  const fewer = new CoursesFolder()
  fewer.write(en, fewer.read(en).replace(/- \[ \] The tone of the email[^\n]*\n[^\n]*\n/, ''))
  const key = new CoursesFolder()
    .edit(en, '- [x] The promise', '- [ ] The promise')
    .edit(en, '- [ ] The tone', '- [x] The tone')
  const other = new CoursesFolder().edit(en, 'CHK-1a, kind: scenario', 'CHK-1b, kind: spot')

  expect(fewer.problems()).toEqual([
    `${fewer.at(en, '### Question 1')} error S12 2 options, but 3 in Swedish; both languages must agree`,
  ])
  expect(key.problems()).toEqual([
    `${key.at(en, '- [ ] The promise')} error S12 this option is wrong, but right in Swedish; both languages must agree`,
  ])
  expect(other.problems()).toEqual([
    `${other.at(en, 'CHK-1b')} error S12 competence CHK-1b, but CHK-1a in Swedish; both languages must agree`,
    `${other.at(en, 'spot }')} error S12 kind spot, but scenario in Swedish; both languages must agree`,
  ])
})

test('questions in another order, or in one language only, are reported once each', () => {
  const order = new CoursesFolder()
  order.write(en, swapped(order.read(en), 'nuts-promise', 'link-is-not-proof'))
  const missing = new CoursesFolder().edit(en, 'id: tone-is-not-truth', 'id: tone-is-not-true')

  expect(order.problems()).toEqual(
    expect.arrayContaining([
      expect.stringContaining('S12 question link-is-not-proof stands in another place than in Swedish'),
    ]),
  )
  expect(missing.problems()).toEqual([
    `${missing.at(en, 'tone-is-not-true')} error S12 question tone-is-not-true is not in the Swedish file; did you mean tone-is-not-truth?`,
    `${missing.at(sv, 'tone-is-not-truth')} error S12 question tone-is-not-truth is not in the English file; did you mean tone-is-not-true?`,
  ])
})

test('lessons numbered in another order are reported', () => {
  const folder = new CoursesFolder()
  const first = `${course}/en/01-why-wrong.md`
  folder.write(`${course}/en/03-why-wrong.md`, folder.read(first)).remove(first)

  expect(folder.problems().join('\n')).toContain(
    `${course}/en/03-why-wrong.md:1:1 error S12 lesson why-wrong-sounds-right has another place than in Swedish`,
  )
})

test('a pool of 19 questions is too small, and one about another outcome is warned of', () => {
  const small = new CoursesFolder()
  for (const locale of ['sv', 'en']) {
    const path = `${course}/${locale}/badge.md`
    small.write(
      path,
      small
        .read(path)
        .split(/(?=^### )/m)
        .slice(0, 20)
        .join(''),
    )
  }
  const other = new CoursesFolder().edit(`${course}/course.yml`, 'CHK-1b, CHK-2a]', 'CHK-1b]')

  expect(small.problems()).toEqual([
    `courses/${course}/en/badge.md:1:1 error S50 the badge pool has 19 questions; it needs at least 20`,
    `courses/${course}/sv/badge.md:1:1 error S50 the badge pool has 19 questions; it needs at least 20`,
  ])
  expect(other.problems()[0]).toContain("warning S51 CHK-2a is not among the course's outcomes")
})

test('a file that is too large, not UTF-8 or not text is reported where it goes wrong', () => {
  const large = new CoursesFolder().write(sv, 'a'.repeat(1024 * 1024 + 1))
  const latin = new CoursesFolder()
  latin.write(sv, Buffer.from(latin.read(sv), 'latin1'))
  const zero = new CoursesFolder().edit(sv, 'Amira', 'Ami\0ra')

  expect(large.problems()[0]).toBe(
    `courses/${sv}:1:1 error S05 the file is over 1 MB; a lesson is some thousand characters`,
  )
  expect(latin.problems()[0]).toBe(
    `courses/${sv}:3:1 error S06 the file is not UTF-8 from here; save it again as UTF-8`,
  )
  expect(zero.problems()[0]).toContain(`${zero.at(sv, 'Amira sk').split(':')[0]}:`)
  expect(zero.problems()[0]).toContain('error S06 the file holds a zero byte')
  const none = new CoursesFolder().edit(sv, 'Löftet', 'Löf\uFFFEtet')
  expect(none.problems()[0]).toContain('error S06 the file holds a character that stands for none')
})

function swapped(text: string, one: string, two: string): string {
  return text.replace(one, '\u0001').replace(two, one).replace('\u0001', two)
}
