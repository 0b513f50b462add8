import { describe, expect, test } from 'vitest'

import { CoursesFolder, realFolder, sv } from '../courses.ts'

const course = () => new CoursesFolder(realFolder)
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
