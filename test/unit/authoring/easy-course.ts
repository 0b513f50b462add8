import { CoursesFolder, en, sv } from './courses.ts'

export const folder = 'granska-svaret/sv-lattlast'
export const easy = `${folder}/02-tre-fragor.md`
export const pool = `${folder}/badge.md`
const option = 'Tiderna för frukosten, eftersom nästan alla gäster frågar om just dem.'

/** The fixture's lesson in other words, and its badge test. */
export function withEasy(): CoursesFolder {
  const plain = new CoursesFolder()
  return new CoursesFolder()
    .write(easy, plain.read(sv))
    .edit(easy, 'title: Tre frågor innan svaret lämnar huset', 'title: Tre frågor')
    .edit(easy, '## Det låter ju bra?', '## Stämmer det?')
    .edit(easy, option, 'Tiderna för frukosten. Många frågar om dem.')
    .write(pool, plain.read('granska-svaret/sv/badge.md'))
}

type Spoil = (own: CoursesFolder) => CoursesFolder

/** A section that asks for a guess, before the one in whose place it is put. */
function guess(answer: number, inEnglish = false): string {
  const [title, unit, why] = inEnglish
    ? ['How many?', 'of 100', 'Why you cannot hear the mistake']
    : ['Hur många?', 'av 100', 'Varför felet inte hörs']
  return `## ${title}\n<!-- { id: how-many, type: estimate, answer: ${answer}, unit: ${unit} } -->\n\n${title}\n\n## ${why}\n`
}

/** What one may write wrong, and what is said of it. */
export const bad: [what: string, spoil: Spoil, said: RegExp][] = [
  [
    'another lesson',
    (o) => o.edit(easy, 'id: three-questions', 'id: three-question'),
    /02-tre-fragor.md:2:5 error S64 there is no lesson three-question in sv\/; did you mean three-questions\?/,
  ],
  ['no id', (o) => o.edit(easy, 'id: three-questions\n', ''), /sv-lattlast\/02-tre-fragor.md:\d+:\d+ error S03/],
  [
    'an id twice',
    (o) => o.write(easy.replace('02-', '03-'), o.read(easy)),
    /03-tre-fragor.md:2:5 error S13 lesson id three-questions is used by/,
  ],
  [
    'another competence of the lesson',
    (o) => o.edit(easy, 'competences: [CHK-1, CHK-2]', 'competences: [CHK-1]'),
    /:5:\d+ error S64 competences are \[CHK-1\], but \[CHK-1, CHK-2\] in Swedish/,
  ],
  [
    'another list of facts',
    (o) => o.edit(easy, 'facts: [f-llm-next-token, ', 'facts: ['),
    /error S64 facts are \[f-1.4301-vs-1.4404\], but/,
  ],
  [
    'another tag',
    (o) => o.edit(easy, 'review_by: 2027-05-01', 'review_by: 2027-05-01\ntags: [law]'),
    /error S64 tags are \[law\], but \[\] in Swedish/,
  ],
  [
    'another opening',
    (o) => o.edit(easy, 'review_by: 2027-05-01', 'review_by: 2027-05-01\nopens: case'),
    /error S64 opens is case, but nothing in Swedish/,
  ],
  [
    'something else to do it with',
    (o) => o.edit(easy, '## Gör nu: två minuter\n', '## Gör nu: två minuter\n<!-- doing: service -->\n'),
    /error S64 doing is service, but nothing in Swedish/,
  ],
  [
    'a heading id of its own',
    (o) => o.edit(easy, '## Varför felet inte hörs\n', '## Varför felet inte hörs\n<!-- id: why -->\n'),
    /sv-lattlast\/02-tre-fragor.md:\d+:1 error S64 headings have the ids \[why\], but \[\] in Swedish/,
  ],
  [
    'a heading id that is missing',
    (o) => o.edit(sv, '## Varför felet inte hörs\n', '## Varför felet inte hörs\n<!-- id: why -->\n'),
    /sv-lattlast\/02-tre-fragor.md:1:1 error S64 headings have the ids \[\], but \[why\] in Swedish/,
  ],
  [
    'a question that is missing',
    (o) => o.write(easy, o.read(easy).split('### Fråga 4')[0]!),
    /error S64 question source-and-colleague is not in the easy Swedish file/,
  ],
  [
    'a question that is not in Swedish',
    (o) => o.edit(easy, 'id: nuts-promise', 'id: nut-promise'),
    /sv-lattlast\/02-tre-fragor.md:\d+:\d+ error S64 question nut-promise is not in the Swedish file; did you mean nuts-promise\?/,
  ],
  [
    'questions in another order',
    (o) =>
      o
        .edit(easy, 'id: nuts-promise', 'id: x')
        .edit(easy, 'id: link-is-not-proof', 'id: nuts-promise')
        .edit(easy, 'id: x', 'id: link-is-not-proof'),
    /error S64 question link-is-not-proof stands in another place than in Swedish/,
  ],
  [
    'an id twice among its questions',
    (o) => o.edit(easy, 'id: link-is-not-proof', 'id: nuts-promise'),
    /error S13 question id nuts-promise is used twice/,
  ],
  [
    'another outcome of a question',
    (o) => o.edit(easy, 'competence: CHK-1b', 'competence: CHK-1a'),
    /error S64 competence CHK-1a, but CHK-1b in Swedish/,
  ],
  [
    'another kind',
    (o) => o.edit(easy, 'kind: understanding', 'kind: scenario'),
    /error S64 kind scenario, but understanding in Swedish/,
  ],
  [
    'a place to read again that is not in Swedish',
    (o) => o.edit(easy, 'id: nuts-promise, competence: CHK-1a', 'id: nuts-promise, from: why, competence: CHK-1a'),
    /error S64 from is why, but nothing in Swedish/,
  ],
  [
    'one option less',
    (o) =>
      o.edit(
        easy,
        '- [ ] Tonen i hela mejlet, eftersom den formar gästens första intryck. <!-- m: ton=innehåll -->\n  > Tonen är viktig för intrycket, men den säger inget om fakta. Den kan du slipa på sist.\n',
        '',
      ),
    /error S64 2 options, but 3 in Swedish/,
  ],
  [
    'another right option',
    (o) => o.edit(easy, '- [x] Löftet', '- [ ] Löftet').edit(easy, '- [ ] Tonen i', '- [x] Tonen i'),
    /error S64 this option is wrong, but right in Swedish/,
  ],
  [
    'a hint of its own',
    (o) =>
      o.edit(
        easy,
        'Vad kontrollerar du först?\n',
        'Vad kontrollerar du först?\n\n**Ledtråd:** Tänk på vem som blir sjuk.\n',
      ),
    /error S64 1 hints, but 0 in Swedish/,
  ],
  [
    'no feedback under an option',
    (o) =>
      o.edit(
        easy,
        '  > Tiderna ska stämma, men ett fel där ger mest irritation. Börja med det som kan skada någon.\n',
        '',
      ),
    /sv-lattlast\/02-tre-fragor.md:\d+:\d+ error S25/,
  ],
  ['no quiz', (o) => o.edit(easy, '## Quiz\n', ''), /sv-lattlast\/02-tre-fragor.md:\d+:\d+ error S22/],
  [
    'HTML',
    (o) => o.edit(easy, 'Tonen kan alltså inte', '<b>Tonen</b> kan alltså inte'),
    /sv-lattlast\/02-tre-fragor.md:\d+:\d+ error S30/,
  ],
  [
    'a picture that is not there',
    (o) => o.edit(easy, 'Tonen kan alltså inte', '![Ett skåp](../images/no.svg)\n\nTonen kan alltså inte'),
    /sv-lattlast\/02-tre-fragor.md:\d+:\d+ error S33/,
  ],
  [
    'a link to a lesson that is not in easy Swedish',
    (o) => o.edit(easy, 'Tonen kan alltså inte', '[Förra lektionen](01-varfor-fel.md). Tonen kan alltså inte'),
    /sv-lattlast\/02-tre-fragor.md:\d+:\d+ error S34/,
  ],
  [
    'a fact that is not listed',
    (o) =>
      o.edit(
        easy,
        'Den har lärt sig mönster ur mycket stora mängder text.',
        'Den har lärt sig mönster ur text.[^f-no-such]',
      ),
    /sv-lattlast\/02-tre-fragor.md:\d+:\d+ error S4\d/,
  ],
  [
    'a retired id',
    (o) => o.edit('granska-svaret/course.yml', 'retired: []', 'retired: [nuts-promise]'),
    /sv-lattlast\/02-tre-fragor.md:\d+:\d+ error S14 question nuts-promise is retired/,
  ],
  [
    'a placeholder',
    (o) => o.edit(easy, 'title: Tre frågor', 'title: "[namn]"'),
    /sv-lattlast\/02-tre-fragor.md:\d+:\d+ error S09/,
  ],
  [
    'a guess that the Swedish text does not ask for',
    (o) => o.edit(easy, '## Varför felet inte hörs\n', guess(38)),
    /sv-lattlast\/02-tre-fragor.md:\d+:\d+ error S64 estimates have the ids \[how-many\], but \[\] in Swedish/,
  ],
  [
    'another answer to a guess',
    (o) =>
      [sv, en, easy].reduce(
        (own, path, i) =>
          own.edit(
            path,
            ['## Varför felet inte hörs\n', '## Why you cannot hear the mistake\n'][i % 2]!,
            guess(i === 2 ? 39 : 38, i === 1),
          ),
        o,
      ),
    /sv-lattlast\/02-tre-fragor.md:\d+:\d+ error S64 answer 39, but 38 in Swedish/,
  ],
  [
    'a badge test without all of its questions',
    (o) => o.write(pool, o.read(pool).split(/^### Fråga 20/m)[0]!),
    /error S64 question \S+ is not in the easy Swedish file/,
  ],
  [
    'a page that is written once',
    (o) => o.write(`${folder}/course.md`, 'x'),
    /sv-lattlast\/course.md:1:1 error S07 the file is not used/,
  ],
  [
    'a misnamed lesson',
    (o) => o.write(`${folder}/3-siffror.md`, 'x'),
    /sv-lattlast\/3-siffror.md:1:1 error S07 the file is not used; easy Swedish is lessons/,
  ],
  [
    'a folder that is called almost so',
    (o) => o.write('granska-svaret/sv-lättläst/02-tre-fragor.md', 'x'),
    /error S07 the file is not used/,
  ],
]
