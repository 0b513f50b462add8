import { expect, test } from 'vitest'

import { CoursesFolder, sv } from './courses.ts'

const first = 'Amira sköter offerter'
const unpublished = 'checked: null, checker: none, certainty: B, published: false'
const published = 'checked: 2026-11-20, checker: Karin, certainty: A, published: true'

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
    `${folder.at(sv, '[^f-')} warning S41 the sentence that cites f-llm-next-token is left out of the page: the fact is not published`,
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
      '<li id="f-llm-next-token"><p>a</p><p class="sources__from">p: s. Kontrollerad 20 november 2026. ' +
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

test('a source’s address is a link where pages may link to it, and text where they may not', () => {
  const source = published.replace(
    'checked',
    "source: 'Se https://www.imy.se/a?b=1&c. Och https://ond.example/x.', checked",
  )
  const folder = withText('Ett.[^f-llm-next-token]').edit(
    'facts.yml',
    `source: s, publisher: p, ${unpublished}`,
    `publisher: p, ${source}`,
  )
  const html = folder.lesson().body.sv
  expect(html).toContain(
    'p: Se <a href="https://www.imy.se/a?b=1&amp;c" rel="external noopener">https://www.imy.se/a?b=1&amp;c</a>. Och https://ond.example/x. Kontrollerad',
  )
})
