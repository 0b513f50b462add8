import { type Change, en, five, inEachLesson, instead, lessonsOf, put, sv, swap, times } from './second-course.ts'

const doNow = /## Gör nu[^\n]*\n\n([\s\S]*?)\n\n##/
const remember = '- Börja med konsekvensen. Den styr hur noga du kontrollerar.'
const short = 'Du går hem nu.'
const facts = [
  'f-llm-next-token',
  'f-llm-cutoff',
  'f-1.4301-vs-1.4404',
  'f-automation-bias',
  'f-personal-data',
] as const
const kinds = ['case', 'fault', 'dialogue', 'failed-trial', 'other-side'] as const

const head =
  (from: RegExp, to: string): ((text: string) => string) =>
  (text) =>
    text.replace(from, to)

export const lesson: Record<string, Change[]> = {
  L01: five([160, 250, 300, 500, 900], (count, folder) => put(times('Du ser det nu.', count / 4), folder)),
  L02: five([2, 3, 4, 7, 20], (minutes, folder) => folder.edit(sv, 'minutes: 6', `minutes: ${minutes}`)),
  L03: five([300, 350, 400, 500, 1000], (count, folder) => instead(times(short, count), folder)),
  L04: inEachLesson(head(/^minutes: \d+$/m, 'minutes: 40')),
  L05: five(
    ['Avgöra', 'Man kan avgöra', 'Du kan förstå', 'Du kan känna till', 'Du kan lära dig om'],
    swap('Du kan avgöra'),
  ),
  L07: inEachLesson((text) => text.replace(/\n## (?!Gör|Kom|Quiz)/, '\n# ')),
  L08: five([71, 75, 80, 100, 150], (count, folder) => put(times('nu', count), folder)),
  L10: [
    (folder) => folder.edit(sv, '## Gör nu: två minuter', '## Prova'),
    (folder) => folder.edit(sv, '## Lagom koll', '## Gör nu: en gång till'),
    (folder) => folder.write(sv, folder.read(sv).replace(doNow, '## Gör nu\n\nLäs ett svar.\n\n##')),
    (folder) =>
      folder.write(
        sv,
        folder.read(sv).replace(doNow, (all) => all.replace(/\n\n##$/, ` ${times(short, 20)}\n\n##`)),
      ),
    (folder) => folder.edit(en, '## Do it now: two minutes', '## Try'),
  ],
  L11: [
    (folder) => folder.edit(sv, '## Kom ihåg', '## Till sist'),
    (folder) => folder.edit(sv, '## Lagom koll', '## Kom ihåg'),
    (folder) => folder.edit(sv, `${remember}\n`, '').edit(sv, '- Den som skickar svaret äger svaret.\n', ''),
    (folder) => folder.edit(sv, remember, `${remember}\n- En.\n- Två.`),
    (folder) => folder.edit(sv, remember, `${remember} ${times(short, 3)}`),
  ],
  L12: inEachLesson((text) => {
    const end = text.indexOf('\n## ', text.indexOf('\n## ', text.indexOf('\n## ') + 1) + 1)
    return text.slice(0, end).replaceAll('?', '.') + text.slice(end)
  }),
  L13: five(['', 'Skåp', 'Bild på ett skåp vid havet', 'skapet', 'x'.repeat(130)], (alt, folder) =>
    put(`![${alt}](../images/skapet.svg)`, folder),
  ),
  L14: five(
    ['| a | b | c | d | e |', '| a | b | c | d | e | f |', '| | |', '| | | |', '| a | b | c | d | e | f | g |'],
    (row, folder) =>
      put(`${row}\n${row.replaceAll(/ [a-z]? ?(?=\|)/g, '---')}\n${row.replaceAll(/ (?=\|)/g, ' ord ')}`, folder),
  ),
  L15: five(['här', 'klicka här', 'Läs mer', 'länk', 'here'], (text, folder) =>
    put(`Se [${text}](https://www.imy.se/).`, folder),
  ),
  L16: five(['2027-06-01', '2027-07-01', '2027-12-01', '2028-01-01', '2031-01-01'], (day, folder) =>
    folder.edit(sv, 'review_by: 2027-05-01', `review_by: ${day}`),
  ),
  L17: five(['ChatGPT', 'Copilot', 'Gemini', 'Claude', 'Microsoft 365'], (name, folder) =>
    put(`Du kan göra det i ${name} också.`, folder),
  ),
  L18: five(['30 % av svaren', '4 000 kronor', 'artikel 4', 'året 2019', '12 kWh'], (figure, folder) =>
    put(`Du läser om ${figure} där.`, folder),
  ),
  L19: facts.map((id) => (folder) => {
    const text = folder.read('facts.yml')
    const start = text.indexOf(`- id: ${id}`)
    const end = text.indexOf('\n  - id:', start)
    const fact = text
      .slice(start, end)
      .replace(/source: .*/, 'source: https://www.imy.se/')
      .replace(/read: .*/, 'read: original\n    checked: 2025-01-15\n    checker: Eva Ek')
      .replace(/certainty: .*/, 'certainty: A')
    folder.write('facts.yml', text.slice(0, start) + fact + text.slice(end))
    return folder.editBoth('facts: []', `facts: [${id}]`)
  }),
  L20: [
    (folder) => folder.edit(en, '## The right amount of checking', 'The right amount of checking'),
    (folder) => folder.edit(en, '## Why', '## Or not?\n\nNo.\n\n## Why'),
    (folder) => put(times('You see it now.', 60), folder, en),
    (folder) => put(times('Du ser det nu.', 60), folder),
    (folder) => put(times('You see it now.', 120), folder, en),
  ],
  L21: kinds.map((kind) => (folder) => {
    for (const locale of ['sv', 'en'] as const)
      for (const path of lessonsOf(folder, locale))
        folder.write(path, folder.read(path).replace(/^opens: .*$/m, `opens: ${kind}`))
    return folder
  }),
  L22: [0, 1, 2, 3, 4].map((kept) => (folder) => {
    for (const [i, path] of lessonsOf(folder, 'sv').entries())
      if (i !== kept) folder.write(path, folder.read(path).replaceAll(/^!\[.+$/gm, ''))
    return folder
  }),
  L23: [0, 1, 2, 3, 4].map((kept) => (folder) => {
    for (const [i, path] of lessonsOf(folder, 'sv').entries())
      if (i !== kept) folder.write(path, folder.read(path).replace(/^doing: .*\n/m, ''))
    return folder
  }),
  L24: five(
    [
      'Amira sköter offerter på en plåtverkstad i Borlänge i dag.',
      'Efter några sekunder står det på skärmen att allt är klart.',
      'Risken blir mindre om verktyget kan söka på webben eller läsa.',
      'När någon frågar dig svarar du att det inte går.',
      'Den som läser två gånger hittar ofta det som andra missar.',
    ],
    (words, folder) => {
      const path = lessonsOf(folder, 'sv')[3]!
      return put(words, folder.write(path, folder.read(path).replace('\n## ', `\n${words}\n\n## `)))
    },
  ),
  L25: facts.map((id) => (folder) => folder.editBoth('facts: []', `facts: [${id}]`)),
  L26: inEachLesson(head(/^tags: .*\n/m, '')),
}
