import { describe, expect, test } from 'vitest'

import { CoursesFolder, en, firstCourseFolder, sv } from '../courses.ts'

const course = () => new CoursesFolder(firstCourseFolder)
const pool = 'granska-svaret/sv/badge.md'

describe('of the course as a whole', () => {
  const every = (file: string, from: RegExp, to: (found: string, i: number) => string) => {
    const folder = course()
    let i = 0
    return folder.write(
      file,
      folder.read(file).replace(from, (found) => to(found, (i += 1) - 1)),
    )
  }

  test('right options that are mostly longest are an error', () => {
    const folder = every(pool, /^- \[x\] .*$/gm, (line) => `${line} Det gäller också när det är bråttom på jobbet.`)
    expect(folder.taught().join('\n')).toMatch(/badge\.md:1:1 error Q07 in \d+ of the course's \d+ choices/)
  })

  test('absolute words in wrong options only are a warning', () => {
    const folder = every(pool, /^- \[ \] /gm, (start) => `${start}Alltid `)
    expect(folder.taught().join('\n')).toContain('warning Q09 ')
  })

  test('a pool without a question about an outcome is an error', () => {
    const folder = every(pool, /competence: UND-2b/g, () => 'competence: CHK-1a')
    expect(folder.taught().join('\n')).toContain('error Q18 the badge pool has 0 questions about UND-2b')
  })

  test('too few situations are an error', () => {
    const folder = every(pool, /kind: (?:scenario|spot)/g, () => 'kind: understanding')
    expect(folder.taught().join('\n')).toContain('error Q17 ')
  })

  test('a question of the pool that stands in a lesson is an error', () => {
    const folder = course()
    const stem = /\n\n(Ett hotell i Rättvik använder AI[^\n]*)/.exec(folder.read(sv))![1]!
    const first = /-->\n\n([^\n]+)\n/.exec(folder.read(pool))![1]!
    expect(folder.edit(pool, first, stem).taught().join('\n')).toContain(
      'error Q19 the question is the same as nuts-promise',
    )
  })

  test('right options in one place are a warning', () => {
    const folder = course()
    const swapped = folder
      .read(pool)
      .replaceAll(/(- \[[ x]\] [^\n]*\n {2}> [^\n]*\n)(- \[x\] [^\n]*\n {2}> [^\n]*\n)/g, '$2$1')
    expect(folder.write(pool, swapped).taught().join('\n')).toMatch(/warning Q13 option \d is right in/)
  })
})

describe('what was accepted, or refused, for no good reason', () => {
  const found = (folder: CoursesFolder, id: string) => folder.taught().filter((line) => line.includes(` ${id} `))

  test('a right option that is a character longer is not seen to be the longest', () => {
    const lengths = (more: string) => {
      const folder = new CoursesFolder()
      const text = folder
        .read(sv)
        .replace(
          /- \[( |x)\] [^\n<]*/g,
          (_all, mark: string) =>
            `- [${mark}] ${'a'.repeat(40)} ${Math.random()}`.slice(0, 46) + (mark === 'x' ? more : ''),
        )
      return found(folder.write(sv, text), 'Q07')
    }
    expect(lengths('b').filter((line) => line.includes('02-tre'))).toEqual([])
    expect(lengths('bbbb').filter((line) => line.includes('02-tre'))[0]).toMatch(
      /of the lesson's \d choices .* at most half: (?=.*nuts-promise)/,
    )
  })

  test('twenty equal questions are nineteen too many, and equal stems with other answers are none', () => {
    const folder = course()
    const text = folder.read(pool)
    const [head = '', first = ''] = text.split(/(?=^### )/m)
    const copies = Array.from({ length: 20 }, (_, i) => first.replace(/id: [a-z0-9-]+/, `id: copy-${i}`))
    expect(found(folder.write(pool, head + copies.join('\n')), 'Q19')).toHaveLength(19)
  })

  test('a cell that no lesson teaches is no part of the course', () => {
    const folder = course().edit(
      'granska-svaret/course.yml',
      'competences: [CHK-1, CHK-2, UND-2]',
      'competences: [CHK-1, CHK-2, UND-2, PRO-1]',
    )
    expect(found(folder, 'Q18')).toEqual([
      expect.stringContaining('course.yml:2:36 error Q18 no lesson of the course teaches PRO-1'),
    ])
  })

  test.each([
    ['Vad gör du om kunden inte svarar?', false],
    ['Vem frågar du när det inte står i prislistan?', false],
    ['Hur vet du att svaret inte är påhittat?', false],
    ['Vad ska du inte göra?', true],
    ['Vilken uppgift är det som inte stämmer?', true],
    ['Vad är viktigast att inte glömma?', true],
  ])('"%s": negative %s', (question, isNegative) => {
    expect(found(course().edit(sv, 'Vad kontrollerar du först?', question), 'Q10').length > 0).toBe(isNegative)
  })

  test.each([
    ['Brevet skrevs den 14 april 2027.', false],
    ['Listan är från 2026-11-24.', false],
    ['Lagen kom 2024.', true],
  ])('"%s" needs a source: %s', (sentence, needs) => {
    expect(
      found(course().edit(sv, 'Tonen kan alltså inte', `${sentence} Tonen kan alltså inte`), 'L18').length > 0,
    ).toBe(needs)
  })

  test('minutes may be left out, then they are counted', () => {
    const folder = course()
    for (const file of [sv, en]) folder.edit(file, 'minutes: 6\n', '')
    expect(folder.taught()).toEqual([])
    expect(folder.compile().summaries[0]!.lessons[1]!.minutes).toBe(6)
  })

  test('a day of checking that has not come is an error, in a lesson and of a fact', () => {
    const future = course().edit(sv, 'checked: 2026-11-29', 'checked: 2031-01-01')
    expect(future.problems('2026-11-28')).toContainEqual(
      expect.stringContaining(`${future.at(sv, '2031-01-01')} error S45 the day is 2031-01-01`),
    )
    expect(future.problems().filter((line) => line.includes('S45'))).toEqual([])
    const facts = new CoursesFolder()
    for (const read of ['read: copy, read_on: 2031-01-01', 'read: original, checker: Eva, checked: 2031-01-01']) {
      facts.write('facts.yml', new CoursesFolder().read('facts.yml').replace('read: none', read))
      expect(facts.problems('2026-11-28').join('\n')).toMatch(/courses\/facts\.yml:\d+:\d+ error S45/)
    }
  })
})
