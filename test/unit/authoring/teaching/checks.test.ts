import { describe, expect, test } from 'vitest'

import { CoursesFolder, en, realFolder, sv } from '../courses.ts'

const course = () => new CoursesFolder(realFolder)
const pool = 'granska-svaret/sv/badge.md'
const words = (count: number) => Array.from({ length: count }, (_, i) => (i % 7 === 6 ? 'så.' : 'ett')).join(' ')

test('the course that is there is right, so that each change below is the only thing wrong', () => {
  expect(course().taught()).toEqual([])
})

interface Bad {
  id: string
  severity: 'error' | 'warning'
  file?: string
  from: string
  to: string
  /** Words of the line that is to be named; else line 1. */
  at?: string
  says: string
}

const lesson: Bad[] = [
  { id: 'L01', severity: 'error', from: '## Lagom koll', to: `${words(300)}\n\n## Lagom koll`, says: 'words; 300–650' },
  { id: 'L02', severity: 'error', from: 'minutes: 6', to: 'minutes: 5', at: '5', says: 'write minutes: 6' },
  {
    id: 'L05',
    severity: 'error',
    from: 'Du kan avgöra vad',
    to: 'Avgöra vad',
    at: 'Avgöra',
    says: 'begin it with "Du kan',
  },
  {
    id: 'L05',
    severity: 'error',
    from: 'Du kan avgöra',
    to: 'Du kan förstå',
    at: 'Du kan förstå',
    says: 'nobody can see',
  },
  {
    id: 'L07',
    severity: 'warning',
    from: '\n## Lagom koll',
    to: '\n# Lagom koll',
    at: '# Lagom',
    says: 'a heading of level 1',
  },
  {
    id: 'L08',
    severity: 'warning',
    from: 'Tonen kan alltså inte',
    to: `${words(71)} Tonen kan alltså inte`,
    at: 'ett ett',
    says: 'paragraph of',
  },
  { id: 'L10', severity: 'error', from: '## Gör nu: två minuter', to: '## Prova', says: 'has 0 blocks "Gör nu"' },
  {
    id: 'L11',
    severity: 'error',
    from: '- Börja med konsekvensen. Den styr hur noga du kontrollerar.\n- Den som skickar svaret äger svaret.\n',
    to: '',
    at: '## Kom ihåg',
    says: 'has 1 bullets',
  },
  {
    id: 'L11',
    severity: 'error',
    from: 'äger svaret.\n\n## Quiz',
    to: `äger svaret ${words(14)}\n\n## Quiz`,
    at: '- Den som skickar',
    says: 'at most 15',
  },
  {
    id: 'L13',
    severity: 'error',
    from: '## Lagom koll',
    to: '## Lagom koll\n\n![](../images/a.svg)',
    at: '![](',
    says: 'no alt text',
  },
  {
    id: 'L13',
    severity: 'error',
    from: '## Lagom koll',
    to: '## Lagom koll\n\n![Bild på ett skåp](../images/a.svg)',
    at: '![Bild',
    says: 'begins "Bild på"',
  },
  {
    id: 'L14',
    severity: 'warning',
    from: '## Lagom koll',
    to: '## Lagom koll\n\n| a | b | c | d | e |\n|---|---|---|---|---|\n| a | b | c | d | e |',
    at: '| a',
    says: '5 columns',
  },
  {
    id: 'L15',
    severity: 'error',
    from: '## Lagom koll',
    to: '## Lagom koll\n\nSe [här](https://imy.se/).',
    at: '[här]',
    says: '"här"',
  },
  {
    id: 'L16',
    severity: 'error',
    from: 'review_by: 2027-05-01',
    to: 'review_by: 2027-12-01',
    at: '2027-12-01',
    says: 'write 2027-11-23 or earlier',
  },
  {
    id: 'L17',
    severity: 'warning',
    from: 'Tonen kan alltså inte',
    to: 'I Copilot kan tonen alltså inte',
    at: 'I Copilot',
    says: 'Copilot is named',
  },
  {
    id: 'L18',
    severity: 'error',
    from: 'Tonen kan alltså inte hjälpa dig.',
    to: 'Tonen hjälper dig i 30 % av fallen.',
    at: 'Tonen hjälper',
    says: '"30 %" needs a source',
  },
  {
    id: 'L18',
    severity: 'error',
    from: 'Tonen kan alltså inte hjälpa dig.',
    to: 'Tonen nämns i artikel 4.',
    at: 'Tonen nämns',
    says: '"artikel 4" needs a source',
  },
  {
    id: 'L20',
    severity: 'error',
    file: en,
    from: '## The right amount of checking',
    to: 'The right amount of checking',
    says: 'headings, and',
  },
]

const language: Bad[] = [
  {
    id: 'T05',
    severity: 'warning',
    from: 'Tonen kan alltså inte hjälpa dig.',
    to: `Tonen ${'kan '.repeat(26)}inte hjälpa dig.`,
    at: 'Tonen kan kan',
    says: 'sentence of 30 words',
  },
  {
    id: 'T05',
    severity: 'error',
    from: 'Tonen kan alltså inte hjälpa dig.',
    to: `Tonen ${'kan '.repeat(30)}inte hjälpa dig.`,
    at: 'Tonen kan kan',
    says: 'sentence of 34 words',
  },
  {
    id: 'T07',
    severity: 'warning',
    from: 'Det kan vara ett datablad,',
    to: 'Det kan vara t.ex. ett datablad,',
    at: '2. **Källa',
    says: 'write "till exempel"',
  },
  {
    id: 'T10',
    severity: 'warning',
    from: 'Tonen kan alltså inte',
    to: 'Tonen i en LLM kan alltså inte',
    at: 'Tonen i en',
    says: 'called "språkmodell"',
  },
  {
    id: 'T11',
    severity: 'warning',
    from: 'Tonen kan alltså inte hjälpa dig.',
    to: 'AI:n vet vad du menar.',
    at: 'AI:n vet',
    says: 'a person of a program',
  },
  {
    id: 'T12',
    severity: 'warning',
    from: 'Tonen kan alltså inte',
    to: 'Den banbrytande tonen kan alltså inte',
    at: 'Den ban',
    says: 'promises or frightens',
  },
]

const key = '- [x] Löftet om nötter, eftersom en allergisk gäst kan bli allvarligt sjuk.'
const question: Bad[] = [
  {
    id: 'Q03',
    severity: 'error',
    from: 'Vilka **två** texter',
    to: 'Vilka två texter',
    at: '### Fråga 4',
    says: 'Vilka **två**',
  },
  {
    id: 'Q04',
    severity: 'error',
    from: 'Tiderna ska stämma, men ett fel där ger mest irritation. Börja med det som kan skada någon.',
    to: 'Tiderna ska stämma.',
    at: 'Tiderna ska stämma.',
    says: '3 words; 8–30',
  },
  {
    id: 'Q05',
    severity: 'error',
    from: 'Tiderna ska stämma, men ett fel där ger mest irritation. Börja med det som kan skada någon.',
    to: 'Fel.',
    at: 'Fel.',
    says: 'teaches nothing',
  },
  { id: 'Q06', severity: 'error', from: key, to: '- [x] Löftet om nötter.', at: '### Fråga 1', says: 'times as long' },
  {
    id: 'Q08',
    severity: 'error',
    from: 'Det stämmer bara om du har bett den att vara helt ärlig.',
    to: 'Inget av ovanstående stämmer, så vitt man kan veta.',
    at: '- [ ] Inget',
    says: 'tests reading',
  },
  {
    id: 'Q10',
    severity: 'error',
    from: 'Vad kontrollerar du först?',
    to: 'Vad kontrollerar du inte först?',
    at: 'Ett hotell i Rättvik',
    says: 'negative ("inte")',
  },
  {
    id: 'Q11',
    severity: 'error',
    from: 'Vad kontrollerar du först?',
    to: 'Säg vad du kontrollerar.',
    at: 'Ett hotell i Rättvik',
    says: 'question mark',
  },
  {
    id: 'Q12',
    severity: 'warning',
    from: 'AI-tjänsten svarar på en fråga om semesterregler och visar en länk till en källa. ',
    to: '',
    at: 'Vad är bästa nästa steg?',
    says: '5 words; 12–60',
  },
  {
    id: 'Q14',
    severity: 'warning',
    from: 'Det stämmer bara om du har bett den att vara helt ärlig.',
    to: 'Det stämmer, för modellen skriver mer försiktigt när du gissar.',
    at: '- [ ] Det stämmer, för modellen skriver mer försiktigt när du',
    says: '% of their words',
  },
  {
    id: 'Q15',
    severity: 'warning',
    from: 'Löftet om nötter, eftersom en allergisk',
    to: 'Löftet om nötter i utkastet, ty en allergisk',
    at: '### Fråga 1',
    says: 'gives it away',
  },
  {
    id: 'Q18',
    severity: 'error',
    from: 'competences: [CHK-1, CHK-2]',
    to: 'competences: [CHK-1, CHK-2, UND-2]',
    at: 'UND-2',
    says: 'is about UND-2',
  },
  {
    id: 'Q20',
    severity: 'warning',
    from: ' <!-- m: ton=innehåll -->',
    to: '',
    at: '- [ ] Tonen i hela',
    says: 'misconception',
  },
]

describe.for([
  ['a lesson', lesson],
  ['the language', language],
  ['a question', question],
] as const)('in %s', ([, table]) => {
  test.for(table)('$id $severity: $says', ({ id, severity, file = sv, from, to, at, says }) => {
    const folder = course().edit(file, from, to)
    const line = at === undefined ? 1 : folder.read(file).slice(0, folder.read(file).indexOf(at)).split('\n').length
    const found = folder.taught().filter((problem) => problem.includes(` ${id} `))
    expect(found[0]).toMatch(new RegExp(`^courses/${file}:${line}:\\d+ ${severity} ${id} `))
    expect(found[0]).toContain(says)
  })
})

test('an option too many is a warning, two an error', () => {
  const more = (count: number) =>
    course().edit(
      sv,
      key,
      `${'- [ ] Priset i mejlet, eftersom gästen kan jämföra det med andras. <!-- m: pris=viktigast -->\n  > Priset står i bokningen, så ett fel där märks genast och går lätt att rätta.\n'.repeat(count)}${key}`,
    )
  expect(more(1).taught().join('\n')).toContain('warning Q02 4 options')
  expect(more(2).taught().join('\n')).toContain('error Q02 5 options')
})

test('a lesson for two languages may not be much longer in one of them', () => {
  const folder = course().edit(en, '## The right amount', `${words(200)}\n\n## The right amount`)
  expect(folder.taught().join('\n')).toMatch(/02-three-questions\.md:1:1 error L20 the English text has 1\.\d\d times/)
})

test('two questions are a warning, one is an error', () => {
  const without = (...numbers: number[]) => {
    const folder = course()
    for (const number of numbers) {
      for (const [file, name] of [
        [sv, 'Fråga'],
        [en, 'Question'],
      ] as const) {
        const text = folder.read(file)
        const start = text.indexOf(`### ${name} ${number}`)
        const end = text.indexOf(`### ${name} ${number + 1}`)
        folder.write(file, text.slice(0, start) + (end === -1 ? '' : text.slice(end)))
      }
    }
    return folder.taught().filter((problem) => problem.includes(' Q01 '))
  }
  expect(without(3, 4)[0]).toContain('warning Q01 the lesson has 2 questions')
  expect(without(2, 3, 4)[0]).toContain('error Q01 the lesson has 1 questions')
})

describe('figures of a whole text', () => {
  /** The text between the first heading and the block to do, replaced. */
  const withText = (text: string, file = sv) => {
    const folder = course()
    const before = folder.read(file)
    const [start, end] = [/## (?:Det låter|Sounds good)/, /## (?:Gör nu|Do it now)/].map((pattern) =>
      before.search(pattern),
    )
    return folder
      .write(file, `${before.slice(0, start)}## En\n\nVad gör du?\n\n${text}\n\n${before.slice(end!)}`)
      .taught()
  }
  const about = (id: string, problems: string[]) => problems.filter((problem) => problem.includes(` ${id} `))
  const sentences = (one: string, count: number) => `${one} `.repeat(count).trim()

  test('hard Swedish is a warning, very hard an error, and choppy Swedish a warning', () => {
    expect(
      about(
        'T01',
        withText(sentences('Organisationens dokumentationsansvar förutsätter kontinuerlig uppföljning.', 60)),
      )[0],
    ).toContain('error T01')
    expect(
      about('T01', withText(sentences('Du ska gå till kontoret och läsa rapporten med kollegan.', 90)))[0],
    ).toContain('warning T01 LIX is ')
    expect(about('T01', withText(sentences('Du går. Du ser. Du vet.', 60)))[0]).toContain('warning T01 LIX is')
  })

  test('a lesson about law may be harder', () => {
    const folder = course().edit(sv, 'review_by: 2027-05-01', 'review_by: 2027-05-01\ntags: [law]')
    expect(about('T02', folder.taught())).toEqual([])
    const start = folder.read(sv).indexOf('## Det låter')
    const hard = sentences('Organisationens dokumentationsansvar förutsätter kontinuerlig uppföljning.', 60)
    folder.write(sv, `${folder.read(sv).slice(0, start)}## En\n\n${hard}\n\n${folder.read(sv).slice(start)}`)
    expect(about('T02', folder.taught())[0]).toContain('error T02')
  })

  test('hard English is a warning', () => {
    expect(
      about(
        'T03',
        withText(sentences('Organisational accountability necessitates comprehensive documentation.', 60), en),
      )[0],
    ).toContain('warning T03')
  })

  test('long sentences on average are a warning', () => {
    const long = `Du ${'går nu hem '.repeat(6)}och ser.`
    expect(about('T04', withText(sentences(long, 20)))[0]).toContain('words on average; at most 14')
  })

  test('a text that speaks to nobody is a warning', () => {
    expect(about('T06', withText(sentences('Man går till jobbet och ser vad som har hänt.', 150)))[0]).toContain(
      'warning T06',
    )
  })

  test('a text in the passive is a warning, and the active one is none', () => {
    expect(about('T08', withText(sentences('Texten ska granskas av dig. Sedan går du hem.', 40)))[0]).toContain(
      '"ska granskas"',
    )
    expect(about('T08', withText(sentences('Du ska granska texten. Sedan går du hem.', 40)))).toEqual([])
  })

  test('an explanation before any question is a warning', () => {
    const folder = course()
    const text = folder.read(sv)
    const end = text.indexOf('## Varför felet')
    folder.write(sv, text.slice(0, end).replaceAll('?', '.') + text.slice(end))
    expect(about('L12', folder.taught())[0]).toContain('warning L12')
  })

  test('a lesson that takes eight minutes is an error, and a course of six hours a warning', () => {
    const long = withText(sentences('Du går hem nu.', 300))
    expect(about('L03', long)[0]).toContain('error L03 the lesson takes')
    expect(about('L04', course().edit(sv, 'minutes: 6', 'minutes: 360').taught())[0]).toContain('warning L04')
  })
})

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
