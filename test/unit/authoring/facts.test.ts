import { expect, test } from 'vitest'

import { CoursesFolder, en, sv } from './courses.ts'

const first = 'Amira sköter offerter'
const unpublished = 'read: none, certainty: B'
const published = 'read: original, checked: 2026-11-20, checker: Karin, certainty: A'

function withText(markdown: string): CoursesFolder {
  return new CoursesFolder().edit(sv, first, `${markdown}\n\n${first}`)
}

function shown(folder: CoursesFolder): string {
  const html = folder.lesson().body.sv
  return html.slice(html.indexOf('</h2>\n') + 6, html.indexOf('<p>Amira sköter')).trim()
}

test('a sentence that cites an unpublished fact is left out, and a warning names it', () => {
  const folder = withText('Ett. Två är sant.[^f-llm-next-token] Tre, t.ex. Fyra.')

  expect(shown(folder)).toBe('<p>Ett. Tre, t.ex. Fyra.</p>')
  expect(folder.problems()).toEqual([
    `${folder.at(sv, '[^f-')} warning S41 the sentence that cites f-llm-next-token is left out of the page: nobody has read its source`,
  ])
})

test('the whole sentence goes, with what stands in bold, its numbers and its abbreviations', () => {
  expect(shown(withText('Ett. Stål **1.4301** är, bl.a. Vid havet, "fel" [^f-llm-next-token]. Tre.'))).toBe(
    '<p>Ett. Tre.</p>',
  )
  expect(shown(withText('Ett. **Två.**[^f-llm-next-token] Tre.'))).toBe('<p>Ett. Tre.</p>')
  expect(shown(withText('Två.[^f-llm-next-token] *Tre* är kvar.'))).toBe('<p><em>Tre</em> är kvar.</p>')
  expect(shown(withText('Ett? *Två, som är lång.* [^f-llm-next-token]\nTre!'))).toBe('<p>Ett? Tre!</p>')
})

test('a paragraph, an item or a quote of which nothing is left goes too', () => {
  expect(shown(withText('Sant.[^f-llm-next-token]'))).toBe('')
  expect(shown(withText('- Sant.[^f-llm-next-token]\n- Kvar.'))).toBe('<ul>\n<li>Kvar.</li>\n</ul>')
  expect(shown(withText('- Sant.[^f-llm-next-token]'))).toBe('')
  expect(shown(withText('> Sant.[^f-llm-next-token]'))).toBe('')
})

test('a published fact is a note, with its source at the end of the page', () => {
  const folder = withText('Ett är sant.[^f-llm-next-token] Två.').edit('facts.yml', unpublished, published)
  const html = folder.lesson().body.sv

  expect(folder.problems()).toEqual([])
  expect(shown(folder)).toBe(
    '<p>Ett är sant.<sup id="cite-1"><a href="#f-llm-next-token" aria-label="Källa 1">[1]</a></sup> Två.</p>',
  )
  expect(html.slice(html.indexOf('<section class="sources"'))).toBe(
    '<section class="sources" aria-labelledby="sources"><h2 id="sources">Källor</h2>\n<ol class="sources__list">\n' +
      '<li id="f-llm-next-token"><p>a</p><p class="sources__from">Källa: s (läst i original, 20 november 2026). Utgivare: p. ' +
      '<a href="#cite-1">Tillbaka till texten</a></p></li>\n</ol></section>\n',
  )
})

test('a fact cited twice is one source with one number, which leads back to where it was cited first', () => {
  const html = shown(
    withText('Ett.[^f-llm-next-token] Två.[^f-llm-next-token]').edit('facts.yml', unpublished, published),
  )
  expect(html.match(/\[1\]/g)).toHaveLength(2)
  expect(html.match(/id="cite-1"/g)).toHaveLength(1)
})

test('a page that cites nothing has no list of sources', () => {
  expect(new CoursesFolder().lesson().body.sv).not.toContain('sources')
})

/** The note of a fact of which something is known, in a lesson that cites it. */
function noteOf(fact: string, locale: 'sv' | 'en' = 'sv', tags = ''): string {
  const folder = withText('Ett.[^f-llm-next-token]')
    .edit(en, 'Amira handles', 'One.[^f-llm-next-token]\n\nAmira handles')
    .edit('facts.yml', `source: s, publisher: p, ${unpublished}`, fact)
    .write('domains.yml', 'domains: [europa.eu]\n')
  if (tags) folder.editBoth('review_by: 2027-05-01', `review_by: 2027-05-01\ntags: [${tags}]`)
  const errors = folder.problems().filter((line) => line.includes(' error '))
  expect(errors).toEqual([])
  const html = folder.lesson().body[locale]
  return html.slice(html.indexOf('sources__from">') + 'sources__from">'.length, html.indexOf(' <a href="#cite-1"'))
}

const law =
  'source: { sv: dataskyddsförordningen, en: the General Data Protection Regulation }, place: { sv: artikel 33, en: Article 33 }, publisher: { sv: Europeiska unionen, en: European Union }, url: "https://eur-lex.europa.eu/eli/reg/2016/679"'

test('a copy is said to be one, in both languages, with the official address and what the word means', () => {
  const copy = `${law}, read: copy, read_on: 2026-11-28, certainty: A`
  const link =
    '<a href="https://eur-lex.europa.eu/eli/reg/2016/679" rel="external noopener">https://eur-lex.europa.eu/eli/reg/2016/679</a>'
  expect(noteOf(copy)).toBe(
    `Källa: dataskyddsförordningen, artikel 33 (läst i kopia, november 2026). Utgivare: Europeiska unionen. ${link}`,
  )
  expect(noteOf(copy, 'en')).toBe(
    `Source: the General Data Protection Regulation, Article 33 (read in a copy, November 2026). Publisher: European Union. ${link}`,
  )
  const body = withText('Ett.[^f-llm-next-token]')
    .edit('facts.yml', `source: s, publisher: p, ${unpublished}`, copy)
    .lesson().body.sv
  expect(body).toContain('<p class="soft">”Läst i kopia” betyder')
})

test('somebody else’s account is said to be one, and that the original has not been read', () => {
  const summary =
    'source: en artikel i NN, publisher: PTS, read: summary, read_on: 2026-11-28, law: false, certainty: A'
  expect(noteOf(summary)).toBe(
    'Enligt PTS, återgivet av en artikel i NN; originalet är inte läst. Läst i november 2026.',
  )
  expect(noteOf(summary, 'en')).toBe(
    'According to PTS, as retold by en artikel i NN; the original has not been read. Read in November 2026.',
  )
})

test.each([
  ['of certainty B', 'read: copy, read_on: 2026-11-28, certainty: B', '', 'its certainty is B'],
  ['that nobody has read', 'read: none, certainty: A', '', 'nobody has read its source'],
  ['of a law, from a summary', 'read: summary, read_on: 2026-11-28, law: true, certainty: A', '', 'a law is not told'],
  [
    'from a summary, in a lesson about law',
    'read: summary, read_on: 2026-11-28, certainty: A',
    'law',
    'a law is not told',
  ],
])('a fact %s takes its sentence with it', (_, fact, tags, reason) => {
  const folder = withText('Ett. Två är sant.[^f-llm-next-token]').edit('facts.yml', unpublished, fact)
  if (tags) folder.editBoth('review_by: 2027-05-01', `review_by: 2027-05-01\ntags: [${tags}]`)
  expect(shown(folder)).toBe('<p>Ett. </p>')
  expect(folder.problems().join('\n')).toContain(`is left out of the page: ${reason}`)
  expect(folder.lesson().body.sv).not.toContain('class="sources"')
})

test('what is read of a source changes no question', () => {
  const hashes = (folder: CoursesFolder) => folder.lesson().questions.map(({ version }) => version)
  const cited = () => withText('Ett.[^f-llm-next-token]')
  expect(hashes(cited().edit('facts.yml', unpublished, published))).toEqual(hashes(cited()))
})

test('a source’s address is a link where pages may link to it, and text where they may not', () => {
  const source = `source: 'Se https://www.imy.se/a?b=1&c. Och https://ond.example/x.', ${published}`
  const folder = withText('Ett.[^f-llm-next-token]').edit(
    'facts.yml',
    `source: s, publisher: p, ${unpublished}`,
    `publisher: p, ${source}`,
  )
  const html = folder.lesson().body.sv
  expect(html).toContain(
    'Källa: Se <a href="https://www.imy.se/a?b=1&amp;c" rel="external noopener">https://www.imy.se/a?b=1&amp;c</a>. Och https://ond.example/x (läst',
  )
})

test.each([
  ['Dataskyddsförordningen kräver det.', true],
  ['Bokföringslagens regel gäller.', true],
  ['Enligt lag ska det sparas.', true],
  ['The law requires it.', true],
  ['Ett underlag för förslagen, i ett slag.', false],
  ['Bolagen och aktiebolagen i anlagen.', false],
  ['An action on the lawn.', false],
])('a summary of “%s” is asked whether it is about a law: %s', (claim, asked) => {
  const folder = new CoursesFolder()
  const fact = `  - id: f-heard\n    claim: { sv: ${JSON.stringify(claim)}, en: x }\n    source: s\n    publisher: p\n    read: summary\n    read_on: 2026-11-20\n    certainty: A\n`
  folder.write('facts.yml', `${folder.read('facts.yml').trimEnd()}\n${fact}`)
  expect(folder.problems().join('\n').includes('it seems to speak of a law')).toBe(asked)
})
