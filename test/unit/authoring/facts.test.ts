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
    '<p>Ett är sant.<sup><a href="#f-llm-next-token" aria-label="Källa 1">[1]</a></sup> Två.</p>',
  )
  expect(html).toMatch(
    /<section class="sources" aria-labelledby="sources"><h2 id="sources">Källor<\/h2>\n<ol>\n<li id="f-llm-next-token">p: s \(2026-11-20\)<\/li>\n<\/ol><\/section>\n$/,
  )
})

test('a page that cites nothing has no list of sources', () => {
  expect(new CoursesFolder().lesson().body.sv).not.toContain('sources')
})
