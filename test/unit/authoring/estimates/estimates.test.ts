import { describe, expect, test } from 'vitest'

import { compareCourses } from '../../../../tools/authoring/commands/affected/compare-courses.ts'
import { outlineCourses } from '../../../../tools/authoring/commands/affected/outline.ts'
import { withEstimates } from '../../../../formats/catalogue/estimate-parts.ts'
import { Problems } from '../../../../tools/authoring/problems/problem.ts'
import { wordsToRead } from '../../../../tools/authoring/teaching/minutes.ts'
import { readLesson } from '../../../../tools/authoring/written/written-page.ts'
import { CoursesFolder, en, sv } from '../courses.ts'
import { samples, withEstimate } from './estimate-samples.ts'

const open = '<details class="fold" id="guess-how-many-fold"><summary>Läs vidare utan att gissa</summary>'

describe('an estimate', () => {
  test('is asked in the text, and the section after it is folded', () => {
    const folder = withEstimate()
    expect(folder.problems()).toEqual([])
    const { body, estimates } = folder.lesson()
    expect(estimates).toEqual([{ id: 'how-many', answer: 3.5, unit: { sv: 'av 10', en: 'of 10' } }])
    expect(body.sv).toMatch(
      /<section class="estimate f-patina" id="guess-how-many" tabindex="-1" aria-labelledby="guess-how-many-head"><h2 id="guess-how-many-head">Hur många gissar rätt\?<\/h2>\n<p>Tio personer/,
    )
    expect(body.sv).toContain(`${open}\n<p>Svaret: <strong>3,5\u00A0av 10</strong></p>`)
    expect(body.en).toContain('<p>The answer: <strong>3.5\u00A0of 10</strong></p>')
    const folded = /<details class="fold"[^]*?<\/details>/.exec(body.sv)![0]
    expect(folded).toContain('Konsekvens, källa, kunskap</h2>')
    expect(folded).not.toContain('Så gjorde Amira')
  })

  test('unfolds the section after it without changing another word', () => {
    const { body } = withEstimate().lesson()
    const without = new CoursesFolder().lesson().body.sv
    const drawn = withEstimates(body.sv, [{ id: 'how-many', html: '<p>$& 12</p>', isFolded: false }])
    expect(drawn).toContain('<p>$& 12</p></section>')
    expect(drawn).not.toContain('details')
    const asked = /<section class="estimate[^]*?<\/section>\n/
    expect(drawn.replace(asked, '').replaceAll(/\n+/g, '\n')).toBe(without.replaceAll(/\n+/g, '\n'))
  })

  test('is no question: no version, no key and nobody who did the lesson knows of it', () => {
    const [plain, folder] = [new CoursesFolder(), withEstimate()]
    const [before, after] = [plain, folder].map((each) => each.compile())
    expect(after!.summaries.map(({ version }) => version)).toEqual(before!.summaries.map(({ version }) => version))
    expect(folder.lesson().questions).toEqual(plain.lesson().questions)
    expect(plain.lesson()).not.toHaveProperty('estimates')
    const [old, now] = [plain, folder].map(outlined)
    expect(compareCourses(old!.courses, now!.courses).flatMap(({ effects }) => effects)).toEqual([])
  })

  test('counts as words to read, and its comment does not', () => {
    const asked = `${samples.sv.heading} ${samples.sv.text}`.replace('## ', '').split(' ').length
    expect(wordsIn(withEstimate()) - wordsIn(new CoursesFolder())).toBe(asked)
  })

  test('may stand twice in a lesson, each with a section after it', () => {
    const second = (id: string) => `<!-- { id: ${id}, type: estimate, answer: -2, unit: grader } -->`
    const both = (id: string) =>
      withEstimate()
        .edit(sv, '## Lagom koll\n', `## Hur kallt?\n${second(id)}\n\nVad visar termometern?\n\n## Lagom koll\n`)
        .edit(
          en,
          '## The right amount of checking\n',
          `## How cold?\n${second(id)}\n\nWhat does it show?\n\n## The right amount of checking\n`,
        )
    const folder = both('how-cold')
    expect(folder.problems()).toEqual([])
    expect(folder.lesson().estimates?.map(({ id }) => id)).toEqual(['how-many', 'how-cold'])
    expect(folder.lesson().body.sv).toContain('Svaret: <strong>−2\u00A0grader</strong>')
    expect(both('how-many').problems().join('\n')).toContain('S13 the id how-many is that of another estimate at')
  })

  test('may have a heading that questions name as well', () => {
    const named = (comment: string) => `<!-- id: guess-first -->\n${comment}`
    const folder = withEstimate(
      { heading: '## Gissa: hur många?', comment: named(samples.sv.comment) },
      { comment: named(samples.en.comment) },
    )
    expect(folder.problems()).toEqual([])
    const { body, estimates } = folder.lesson()
    expect(estimates).toHaveLength(1)
    expect(body.sv).toContain('aria-labelledby="s-guess-first"><h2 id="s-guess-first">Gissa: hur många?</h2>')
  })
})

function outlined(folder: CoursesFolder) {
  return outlineCourses([...folder.files].map(([path, bytes]) => ({ path, bytes })))
}

function wordsIn(folder: CoursesFolder): number {
  return wordsToRead(readLesson({ path: sv, text: folder.read(sv), locale: 'sv' }, new Problems()))
}
