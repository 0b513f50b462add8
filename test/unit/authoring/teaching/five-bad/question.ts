import type { CoursesFolder } from '../../courses.ts'
import { type Change, en, five, inEachLesson, lessonsOf, pool, sv, swap } from './second-course.ts'

const key = 'Löftet om nötter, eftersom en allergisk gäst kan bli allvarligt sjuk.'
const wrong = 'Tiderna för frukosten, eftersom nästan alla gäster frågar om just dem.'
const reason = 'Tiderna ska stämma, men ett fel där ger mest irritation. Börja med det som kan skada någon.'
const asks = 'Vad kontrollerar du först?'
const more = (count: number) =>
  Array.from(
    { length: count },
    (_, i) =>
      `- [ ] Priset nummer ${i}, eftersom gästen kan jämföra det med andra. <!-- m: pris=viktigast -->\n  > Priset står i bokningen, så ett fel där märks genast och går lätt att rätta.\n`,
  ).join('')
const questionsOf = (text: string) => text.split(/(?=^### )/m)

/** The text of every option that is right, or wrong, in a file. */
const ofOptions = (right: boolean, change: (text: string, i: number) => string) => (text: string) => {
  let i = 0
  return text.replaceAll(
    right ? /^(- \[x\] )(.*)$/gm : /^(- \[ \] )([^<\n]*)/gm,
    (_, box: string, words: string) => box + change(words, i++),
  )
}

/** The pool and the lessons of a language, each file by a change. */
const everywhere = (locale: 'sv' | 'en', folder: CoursesFolder, change: (text: string) => string) => {
  for (const path of [...lessonsOf(folder, locale), pool[locale]]) folder.write(path, change(folder.read(path)))
  return folder
}

/** Whichever option is right stands at a place, with its feedback. */
const keyAt = (place: number) => (text: string) =>
  text.replaceAll(/(?:^- \[[ x]\] .*\n {2}> .*\n){3}/gm, (list) => {
    const options = list.match(/- \[[ x]\] .*\n {2}> .*\n/g)!
    const right = options.filter((option) => option.startsWith('- [x]'))
    if (right.length !== 1) return list
    return options
      .filter((option) => !right.includes(option))
      .toSpliced(place, 0, right[0]!)
      .join('')
  })

const kinds = (text: string) => text.replaceAll(/kind: (?:scenario|spot)(?!, type)/g, 'kind: understanding')

export const question: Record<string, Change[]> = {
  Q01: inEachLesson((text) => questionsOf(text).slice(0, 3).join('')),
  Q02: [
    ...([1, 2, 3] as const).map(
      (count) => (folder: CoursesFolder) => folder.edit(sv, `- [x] ${key}`, `${more(count)}- [x] ${key}`),
    ),
    (folder) => folder.edit(sv, '- [ ] Fem förslag', `${more(2)}- [ ] Fem förslag`),
    (folder) => folder.write(sv, folder.read(sv).replace(/- \[ \] En lista med.*\n.*\n/, '')),
  ],
  Q03: five(
    ['Vilka två texter', 'Vilka *två* texter', 'Vilka texter', 'Vilka **flera** texter', 'Vilka 2 texter'],
    swap('Vilka **två** texter'),
  ),
  Q04: five(
    [
      'Tiderna ska stämma.',
      'Kolla hellre något annat.',
      'Det är inte viktigast.',
      `${reason} ${reason}`,
      'Ett fel syns. Det stör lite. Men det går över. Börja med det som skadar.',
    ],
    swap(reason),
  ),
  Q05: five(['Fel.', 'Nej.', 'Tyvärr!', 'Inte rätt.', `Rätt är: ${key} Därför ska du läsa om.`], swap(reason)),
  Q06: five(
    [
      'Nötterna.',
      'Löftet.',
      `${key.slice(0, -1)} och behöva vård samma kväll på sjukhuset i Falun.`,
      'Löftet om nötter.',
      `${key.slice(0, -1)}, och det är ju du som har lovat.`,
    ],
    swap(key),
  ),
  Q07: inEachLesson(ofOptions(true, (text) => `${text.replace(/\.$/, '')} i det här läget, för dig och alla andra.`)),
  Q08: five(['Alla ovanstående', 'Inget av ovanstående', 'Både A och B', 'Vet inte', 'Alla alternativ'], swap(wrong)),
  Q09: five(['alltid', 'aldrig', 'bara', 'alla', 'inga'], (word, folder) =>
    everywhere(
      'sv',
      folder,
      ofOptions(false, (text) => `${text.trimEnd().replace(/\.$/, '')} ${word}. `),
    ),
  ),
  Q10: five(
    [
      'Vad kontrollerar du inte först?',
      'Vad är inte viktigt?',
      'Vilken är inte rätt?',
      'Vad stämmer, utom tiden?',
      'Vilka ska du inte läsa?',
    ],
    swap(asks),
  ),
  Q11: five(
    [
      'Säg vad du kontrollerar först.',
      'Välj det du kontrollerar först:',
      'Du kontrollerar först …',
      'Vad kontrollerar du först',
      'Vad kontrollerar du först!',
    ],
    swap(asks),
  ),
  Q12: five([8, 62, 70, 90, 5], (count, folder) => {
    const stem = /AI-tjänsten svarar på en fråga om semesterregler[^\n]*/
    return folder.write(sv, folder.read(sv).replace(stem, `Vad ${'är '.repeat(count - 2)}nästa?`))
  }),
  Q13: [
    ...([0, 1, 2] as const).map((place) => (folder: CoursesFolder) => everywhere('sv', folder, keyAt(place))),
    ...([0, 2] as const).map((place) => (folder: CoursesFolder) => everywhere('en', folder, keyAt(place))),
  ],
  Q14: five(
    [
      key.replace('sjuk', 'illa sjuk'),
      key.replace('allvarligt', 'mycket'),
      key.replace('gäst', 'kund'),
      key.replace('kan', 'skulle'),
      key.replace('nötter', 'mandlar'),
    ],
    swap(wrong),
  ),
  Q15: five(
    [
      'Löftet i utkastet om nötter',
      'Löftet om frukosten, fri från nötter',
      'Löftet till hotellets gäster',
      'Det hotell som använder nötter',
      'Ordet alltid i utkastet',
    ],
    (words, folder) =>
      folder
        .edit(sv, 'Löftet om nötter', words)
        .edit(sv, wrong, 'Klockslaget, eftersom just det är vad folk undrar mest över.')
        .edit(
          sv,
          'Ett hotell i Rättvik använder AI för att svara gäster.',
          'Ett hotell använder AI för att svara hotellets gäster.',
        ),
  ),
  Q17: [
    (folder) => everywhere('sv', folder, kinds),
    (folder) =>
      everywhere('sv', folder, (text) => text.replaceAll(/kind: (?:scenario|spot)(?!, type)/g, 'kind: calculation')),
    (folder) => folder.write(pool.sv, kinds(folder.read(pool.sv))),
    (folder) => everywhere('sv', folder, (text) => text.replaceAll('kind: scenario', 'kind: calculation')),
    (folder) => everywhere('sv', folder, (text) => text.replaceAll('kind: scenario', 'kind: understanding')),
  ],
  Q18: [
    (folder) => folder.editBoth('competences: [CHK-1, CHK-2]', 'competences: [CHK-1, CHK-2, UND-2]'),
    ...(['CHK-1a', 'CHK-1b', 'CHK-2a', 'CHK-2b'] as const).map(
      (outcome) => (folder: CoursesFolder) =>
        folder.write(pool.sv, folder.read(pool.sv).replaceAll(`competence: ${outcome}`, 'competence: UND-2b')),
    ),
  ],
  Q19: [
    ...([1, 2, 3, 4] as const).map(
      (i) => (folder: CoursesFolder) =>
        folder.write(
          pool.sv,
          `${folder.read(pool.sv)}\n${questionsOf(folder.read(sv))[i]!.replace(/id: /, 'id: again-')}`,
        ),
    ),
    (folder) => folder.write(pool.sv, questionsOf(folder.read(pool.sv)).slice(0, 19).join('')),
  ],
  Q20: inEachLesson((text) => text.replace(/ <!-- m: .* -->/, '')),
  Q21: [
    (folder) => folder.write(pool.sv, folder.read(pool.sv).replace(/, from: [a-z-]+/, '')),
    (folder) => folder.write(pool.sv, folder.read(pool.sv).replaceAll(/, from: [a-z-]+/g, '')),
    (folder) => folder.write(pool.sv, folder.read(pool.sv).replace(/, from: [a-z-]+/, ', from: nowhere')),
    (folder) =>
      folder.write(pool.sv, folder.read(pool.sv).replaceAll('from: three-questions', 'from: what-is-missing')),
    (folder) => folder.write(pool.sv, folder.read(pool.sv).replaceAll(/from: [a-z-]+/g, 'from: three-questions')),
  ],
  Q22: five([0, 1, 4, 7, 11], (kept, folder) => {
    let i = 0
    return folder.write(
      pool.sv,
      folder.read(pool.sv).replaceAll(', needs: course', (all) => (i++ < kept ? all : '')),
    )
  }),
  Q23: [
    (folder) =>
      folder.write(pool.sv, ofOptions(true, (text) => `${text} Det är så du gör, varje gång.`)(folder.read(pool.sv))),
    (folder) => folder.write(pool.sv, ofOptions(true, (text) => `Kanske ofta: ${text}`)(folder.read(pool.sv))),
    (folder) => folder.write(pool.sv, ofOptions(true, (text) => `Fråga chefen, vänta: ${text}`)(folder.read(pool.sv))),
    (folder) => folder.write(pool.en, ofOptions(false, (text) => `Always ${text}`)(folder.read(pool.en))),
    (folder) => folder.write(pool.en, ofOptions(false, (text) => `Just send it off: ${text}`)(folder.read(pool.en))),
  ],
  Q24: (
    [
      [[1], [1], [1]],
      [[0], [2], [1, 3]],
      [[1], [1], [], []],
      [[0], [0], [0], []],
      [[2], [3], [1], [0]],
    ] as const
  ).map((keys) => (folder: CoursesFolder) => {
    for (const path of [pool.sv, pool.en])
      folder.write(path, `${folder.read(path)}\n${keys.map((own, i) => passage(i, own)).join('\n')}`)
    return folder
  }),
  Q25: five(
    ['Be tjänsten rätta', 'Läs hela svaret', 'Skriv om allt', 'Ring din chef', 'Ta bort alla'],
    (begin, folder) =>
      folder
        .edit(sv, wrong, `${begin} i brevet.`)
        .edit(sv, 'Tonen i hela mejlet, eftersom den formar gästens första intryck.', `${begin} på skärmen.`),
  ),
  Q26: [sv, en, ...(['01', '04', '05'] as const)].map((which) => (folder) => {
    const path = which.length > 2 ? which : lessonsOf(folder, 'sv')[Number(which) - 1]!
    const but =
      path === en
        ? 'It is tempting to think so. But nobody can check it afterwards.'
        : 'Det är lätt att tro. Men ingen kan kontrollera det efteråt.'
    return folder.write(
      path,
      folder.read(path).replaceAll(/(^- \[ \] .*\n {2}> ).*/gm, (_, option: string) => option + but),
    )
  }),
  Q27: five([0.9, 0.5, 0.8, 0.99, 0.7], (p, folder) =>
    folder.write(pool.sv, folder.read(pool.sv).replaceAll(/p: 0\.\d+/g, `p: ${p}`)),
  ),
}

const sentences = ['Butiken öppnar klockan nio.', 'Varan kommer på fredag.', 'Priset är tolv kronor.', 'Vi ringer dig.']

function passage(i: number, faulty: readonly number[]): string {
  const options = sentences.map(
    (line, n) =>
      `- [${faulty.includes(n) ? 'x' : ' '}] ${line}\n  > Så står det på lappen vid kassan, och det gäller i dag.`,
  )
  return `### Fråga ${i}\n<!-- { id: spot-${i}, competence: CHK-1a, kind: spot, type: spot, from: three-questions, needs: course, p: 0.8 } -->\n\nEn tjänst har skrivit till kund nummer ${i}. Vilka meningar är fel enligt lappen?\n\n> ${sentences.join(' ')}\n\n${options.join('\n')}\n`
}
