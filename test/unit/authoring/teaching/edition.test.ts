import { describe, expect, test } from 'vitest'

import { CoursesFolder, en, firstCourseFolder, firstCourseOfBefore, sv } from '../courses.ts'

const file = 'granska-svaret/course.yml'
const pool = { sv: 'granska-svaret/sv/badge.md', en: 'granska-svaret/en/badge.md' }
const lessonIds = ['why-wrong-sounds-right', 'three-questions', 'figures-names', 'what-is-missing', 'polished']
const ids = ['L21', 'L22', 'L23', 'L24', 'L25', 'L26', 'Q21', 'Q22', 'Q23', 'Q24', 'Q25', 'Q26', 'Q27']

/** The first course, as one of the second edition. */
function second(): CoursesFolder {
  const folder = firstCourseOfBefore()
  return folder.write(file, `edition: 2\n${folder.read(file)}`)
}

function found(folder: CoursesFolder, id: string): string[] {
  return folder.taughtInFull().filter((line) => line.includes(` ${id} `))
}

/** Changes every file of a kind, in both languages; `i` counts within each. */
function everywhere(folder: CoursesFolder, kind: RegExp, change: (text: string, i: number) => string): CoursesFolder {
  for (const locale of ['sv', 'en'])
    [...folder.files.keys()]
      .filter((path) => path.startsWith(`granska-svaret/${locale}/`) && kind.test(path))
      .sort()
      .forEach((path, i) => folder.write(path, change(folder.read(path), i)))
  return folder
}
const lessons = /\/\d\d-/
const inHead = (line: string) => (text: string) => text.replace(/^id: .*$/m, (id) => `${id}\n${line}`)

/** Each question of the pool gets something more into its comment. */
function inPool(folder: CoursesFolder, more: (i: number) => string): CoursesFolder {
  for (const path of [pool.sv, pool.en]) {
    let i = 0
    folder.write(
      path,
      folder.read(path).replaceAll(/^<!-- \{ (.*) \} -->$/gm, (_, head: string) => `<!-- { ${head}${more(i++)} } -->`),
    )
  }
  return folder
}

test('a course that does not say edition: 2 gets no error of them, and none that it had not before', () => {
  const lines = firstCourseOfBefore()
    .taughtInFull()
    .filter((line) => ids.some((id) => line.includes(` ${id} `)))
  expect(lines.length).toBeGreaterThan(5)
  expect(lines.filter((line) => line.includes(' error '))).toEqual([])
  expect(lines.filter((line) => line.includes(' Q21 '))).toHaveLength(1)
})

test('they change no hash, and both languages must say the same', () => {
  const plain = firstCourseOfBefore().compile()
  const more = inPool(second(), () => ', from: three-questions, needs: course, p: 0.8').compile()
  expect(more.courses[0]!.pool.map(({ version }) => version)).toEqual(
    plain.courses[0]!.pool.map(({ version }) => version),
  )
  expect(more.summaries[0]!.version).toBe(plain.summaries[0]!.version)

  const one = second()
  one.write(pool.sv, one.read(pool.sv).replace(' } -->', ', p: 0.8 } -->'))
  expect(one.problems().join('\n')).toMatch(/S12 p is nothing, but 0\.8 in Swedish/)
  const opens = second().write(sv, inHead('opens: fault')(second().read(sv)))
  expect(opens.problems().join('\n')).toMatch(/S12 opens is nothing, but fault in Swedish/)
})

describe('L21', () => {
  test('wants to know how each lesson opens, and no kind too often', () => {
    expect(found(second(), 'L21')).toHaveLength(5)
    const same = everywhere(second(), lessons, inHead('opens: case'))
    expect(found(same, 'L21')).toEqual([
      expect.stringMatching(/course\.yml:1:1 warning L21 5 lessons open with "case"/),
    ])
    const kinds = ['case', 'fault', 'dialogue', 'case', 'dilemma']
    expect(
      found(
        everywhere(second(), lessons, (text, i) => inHead(`opens: ${kinds[i]}`)(text)),
        'L21',
      ),
    ).toEqual([])
    expect(
      second()
        .write(sv, inHead('opens: song')(second().read(sv)))
        .problems()
        .join('\n'),
    ).toContain('S03')
  })
})

describe('L22 and L23', () => {
  test('count pictures that say something, and lessons that have the reader try', () => {
    const picture = (alt: string) => (text: string) => text.replace('\n## ', `\n![${alt}](../images/x.svg)\n\n## `)
    expect(found(second(), 'L22')[0]).toContain('the lessons have 0 pictures')
    expect(found(everywhere(second(), lessons, picture('')), 'L22')[0]).toContain('0 pictures')
    expect(found(everywhere(second(), lessons, picture('Två axlar.')), 'L22')).toEqual([])
    expect(found(second(), 'L23')[0]).toContain('in 0 lessons')
    expect(found(everywhere(second(), lessons, inHead('doing: service')), 'L23')).toEqual([])
  })
})

describe('L24', () => {
  const words = 'Den som kontrollerar varje siffra i svaret slipper ringa kunden igen.'
  const add = (text: string, more: string) => text.replace(/\n\n## Quiz/, `\n\n${more}\n\n## Quiz`)

  test('names eight words that stand in two lessons, in whatever case and breaking, but not in a quote or a heading', () => {
    const folder = (more: string) => everywhere(second(), /sv\/0[34]-/, (text) => add(text, more))
    const before = found(second(), 'L24')
    for (const more of [words, words.toUpperCase(), words.replace('varje ', 'varje\n'), `- ${words}`]) {
      const own = found(folder(more), 'L24').filter((line) => !before.includes(line))
      expect(own, more).toHaveLength(1)
      expect(own[0]).toContain('stands word for word in granska-svaret/sv/03-')
    }
    for (const more of [`> ${words}`, `### ${words}`, 'Den som kontrollerar varje siffra i svaret.'])
      expect(
        found(folder(more), 'L24').filter((line) => !before.includes(line)),
        more,
      ).toEqual([])
  })
})

describe('L25', () => {
  test('is an error where the fact may not be shown, and nothing where it is cited', () => {
    const lines = found(second().edit('facts.yml', 'certainty: A', 'certainty: B'), 'L25')
    expect(lines.join('\n')).toMatch(/error L25 fact f-\S+ is listed and no sentence cites it, and it may not be shown/)
    const cited = second()
    for (const [path, text] of [...cited.files].map(([path]) => [path, cited.read(path)] as const)) {
      const listed = /^facts: \[(.+)\]$/m.exec(text)?.[1]?.split(', ') ?? []
      cited.write(path, text.replace(/\n\n## Quiz/, `${listed.map((id) => ` [^${id}]`).join('')}\n\n## Quiz`))
    }
    expect(found(cited, 'L25')).toEqual([])
  })
})

describe('L26', () => {
  const note = (text: string, kind = 'Verktyg') =>
    text.replace('\n## ', `\n> **${kind}:** Copilot har en knapp.\n\n## `)

  test('counts notes about tools, and wants their lessons tagged and reviewed', () => {
    expect(found(second(), 'L26')[0]).toContain('the lessons have 0 notes about tools')
    const noted = everywhere(second(), lessons, (text) => note(text))
    expect(found(noted, 'L26').filter((line) => line.includes('has the tag tool'))).toHaveLength(5)
    const dated = (due: string) =>
      everywhere(second(), lessons, (text) =>
        inHead('tags: [tool]')(note(text))
          .replace(/^checked: .*$/m, 'checked: 2026-11-01')
          .replace(/^review_by: .*$/m, `review_by: ${due}`),
      )
    expect(found(dated('2027-04-30'), 'L26')).toEqual([])
    expect(found(dated('2027-10-30'), 'L26')[0]).toContain('within six months')
  })
})

describe('Q21, Q22 and Q27', () => {
  const course = second().compile().courses[0]
  const taught = course?.lessons.map(({ id }) => id) ?? lessonIds

  test('each question names a lesson that there is, and each lesson is asked about', () => {
    expect(found(second(), 'Q21').filter((line) => line.includes(' error ')).length).toBeGreaterThan(20)
    expect(
      found(
        inPool(second(), (i) => `, from: ${taught[i % taught.length]}`),
        'Q21',
      ),
    ).toEqual([])
    const few = inPool(second(), () => `, from: ${taught[0]}`)
    expect(found(few, 'Q21')[0]).toMatch(/error Q21 0 questions are taught in/)
    const wrong = inPool(second(), (i) => `, from: ${i === 3 ? 'nowhere' : taught[i % taught.length]}`)
    expect(found(wrong, 'Q21')[0]).toContain('there is no lesson nowhere')
    const headed = inPool(second(), (i) => `, from: ${taught[i % taught.length]}/a-heading`)
    expect(found(headed, 'Q21')).toEqual([])
    expect(
      inPool(second(), () => ', from: Two Words')
        .problems()
        .join('\n'),
    ).toContain('S03')
  })

  test('half of them need the course; under 30 % is an error', () => {
    const share = (of: number) =>
      found(
        inPool(second(), (i) => (i % 10 < of ? ', needs: course' : '')),
        'Q22',
      )
    expect(share(6)).toEqual([])
    expect(share(4)[0]).toContain('warning Q22 ')
    expect(share(1)[0]).toContain('error Q22 ')
    expect(
      inPool(second(), () => ', needs: luck')
        .problems()
        .join('\n'),
    ).toContain('S03')
  })

  test('the guesses of a pool make a mean near .80, with some that are hard', () => {
    const guessed = (guess: (i: number) => number | undefined) =>
      found(
        inPool(second(), (i) => (guess(i) === undefined ? '' : `, p: ${guess(i)}`)),
        'Q27',
      )
    expect(guessed((i) => [0.95, 0.9, 0.75, 0.9, 0.55, 0.75, 0.95][i % 7])).toEqual([])
    expect(guessed(() => 0.9)).toEqual([
      expect.stringContaining('0.90'),
      expect.stringContaining('0 % of the questions'),
    ])
    expect(guessed(() => 0.5).join()).toContain('100 %')
    expect(guessed((i) => (i === 0 ? undefined : 0.8))[0]).toContain('1 questions have no guess')
    expect(
      inPool(second(), () => ', p: 1.2')
        .problems()
        .join('\n'),
    ).toContain('S03')
  })
})

describe('Q25', () => {
  const options = (first: string, second: string, right: string) => {
    const folder = new CoursesFolder(firstCourseFolder)
    const block = `- [ ] ${first} svaret. <!-- m: a -->\n  > Det hjälper inte den som ska läsa svaret efter dig.\n- [x] ${right} svaret.\n  > Rätt. Det hjälper den som ska läsa svaret efter dig.\n- [ ] ${second} svaret nu. <!-- m: b -->\n  > Det hjälper inte den som ska läsa svaret efter dig.\n`
    const text = folder.read(pool.sv)
    const start = text.indexOf('- [')
    const end = text.indexOf('\n### ', start)
    return found(folder.write(pool.sv, `${text.slice(0, start)}${block}${text.slice(end)}`), 'Q25').filter((line) =>
      /"(?:be tjänsten rätta|läs hela det|skriv om allt|fråga din chef|ta bort alla)"/.test(line),
    )
  }

  test.each(['Be tjänsten rätta', 'Läs hela det', 'Skriv om allt', 'Fråga din chef', 'Ta bort alla'])(
    'two wrong options that begin with "%s", and the right one not',
    (begin) => {
      expect(options(`${begin} i`, `${begin} om`, 'Visa någon annan')).toHaveLength(1)
      expect(options(`${begin} i`, `${begin} om`, `${begin} först i`)).toEqual([])
      expect(options(`${begin} i`, 'Visa någon annan', 'Sov på saken')).toEqual([])
    },
  )
})

describe('Q26', () => {
  test('counts feedback that concedes and then says but; half may', () => {
    const reasons = (conceding: number) => {
      let i = 0
      return second().write(
        en,
        second()
          .read(en)
          .replaceAll(/(- \[ \] [^\n]*\n {2}> )[^\n]*/g, (_, option: string) => {
            i += 1
            return i <= conceding
              ? `${option}It is tempting to think so. But nobody can check it afterwards.`
              : `${option}Nobody can check it afterwards, so the fault stays in the letter.`
          }),
      )
    }
    const all = second()
      .read(en)
      .match(/- \[ \] /g)!.length
    const of = (conceding: number) => found(reasons(conceding), 'Q26').filter((line) => line.includes(en))
    expect(of(0)).toEqual([])
    expect(of(Math.floor(all / 2) - 1)).toEqual([])
    expect(of(all)).toEqual([expect.stringContaining('"But …"')])
  })
})

describe('Q24', () => {
  const sentences = [
    'Butiken öppnar klockan nio.',
    'Varan kommer på fredag.',
    'Priset är tolv kronor.',
    'Vi ringer dig.',
  ]
  const spot = (i: number, faulty: number[]) =>
    `### Fråga ${i}\n<!-- { id: spot-${i}, competence: CHK-1a, kind: spot, type: spot } -->\n\nEn tjänst har skrivit till kund nummer ${i}. Vilka meningar är fel enligt lappen?\n\n> ${sentences.join(' ')}\n\n${sentences
      .map(
        (line, n) =>
          `- [${faulty.includes(n) ? 'x' : ' '}] ${line}\n  > Så står det på lappen vid kassan, och det gäller i dag.`,
      )
      .join('\n')}\n`

  const withSpots = (...keys: number[][]) => {
    // The passages that the course has are not counted.
    const folder = everywhere(second(), /\.md$/, (text) =>
      text.replaceAll(/^### .*\n<!-- .*type: spot[^]*?(?=^### |$(?![^]))/gm, ''),
    )
    for (const path of [pool.sv, pool.en])
      folder.write(path, `${folder.read(path)}\n${keys.map((key, i) => spot(i + 90, key)).join('\n')}`)
    return found(folder, 'Q24')
  }

  test('wants a passage without a fault, no pattern and no place too often', () => {
    expect(withSpots([1, 3], [0], [2])).toEqual([])
    expect(withSpots([1, 3], [0], [2], [1, 3]).join('\n')).toContain('each of the 4 passages has a fault')
    const same = withSpots([1, 3], [1], [1], [1], []).join('\n')
    expect(same).toContain('just sentence 2 is faulty')
    expect(same).toMatch(/sentence 2 is faulty in [34] of 5 passages/)
    expect(withSpots([1, 3], [0], [2], [3], []).join('\n')).not.toContain('alike')
  })
})
