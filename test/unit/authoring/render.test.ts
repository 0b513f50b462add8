import { expect, test } from 'vitest'

import { withQuotes } from '../../../tools/authoring/language/typography.ts'
import { CoursesFolder, en, sv } from './courses.ts'

const first = 'Amira sköter offerter'

/** The Swedish lesson with some markdown before its first paragraph. */
function rendered(markdown: string): string {
  const folder = new CoursesFolder().edit(sv, first, `${markdown}\n\n${first}`)
  const html = folder.lesson().body.sv
  return html.slice(html.indexOf('</h2>\n') + 6, html.indexOf('<p>Amira sköter')).trim()
}

test('straight quotation marks become those of the language', () => {
  expect(withQuotes('Hon sa "ja" och (kanske) "nej".', 'sv')).toBe('Hon sa ”ja” och (kanske) ”nej”.')
  expect(withQuotes(`She said "yes", it's ("no").`, 'en')).toBe('She said “yes”, it’s (“no”).')
  expect(withQuotes(`"The 'best' steel," he said.`, 'en')).toBe('“The ‘best’ steel,” he said.')
  expect(withQuotes('"', 'en', 'x')).toBe('”')
})

test('quotation marks around emphasis open and close', () => {
  const folder = new CoursesFolder().edit(en, 'Amira handles', 'A "*hallucination*" and *"this"*. Amira handles')

  expect(folder.lesson().body.en).toContain('<p>A “<em>hallucination</em>” and <em>“this”</em>. Amira')
})

test('code keeps its quotation marks, and text keeps a mark after a backslash', () => {
  expect(rendered('Skriv `"ja"` eller \\"nej\\".')).toBe(
    '<p>Skriv <code>&quot;ja&quot;</code> eller &quot;nej&quot;.</p>',
  )
})

test('titles have the quotation marks of their language too', () => {
  const folder = new CoursesFolder()
    .edit(en, 'title: Three questions', `title: 'Three "questions"'`)
    .edit(en, ' before the answer leaves the building', '')

  expect(folder.compile().summaries[0]!.lessons[1]!.title.en).toBe('Three “questions”')
})

test('the two blocks at the end are callouts', () => {
  const { sv: html, en: english } = new CoursesFolder().lesson().body

  expect(html).toContain(
    '<section class="callout f-forest" aria-labelledby="do-now"><h2 id="do-now">Gör nu <span>Två minuter</span></h2>\n<p>Ta fram',
  )
  expect(html).toContain(
    '<section class="callout f-copper" aria-labelledby="remember"><h2 id="remember">Kom ihåg</h2>\n<ul class="keep">\n<li>Säker ton',
  )
  expect(english).toContain('<h2 id="do-now">Do it now <span>Two minutes</span></h2>')
  expect(english).toContain('<h2 id="remember">Remember</h2>')
})

test('a table whose cells hold sentences is a list of cases on a phone', () => {
  const long = 'Källa: de egna leveransvillkoren, där det inte finns någon sådan garanti.'
  expect(rendered(`| "Ett" | **Två** |\n|---|---|\n| a | ${long} |`)).toBe(
    '<div class="wide"><table class="table table--cases" role="table">\n' +
      '<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">”Ett”</th><th role="columnheader" scope="col"><strong>Två</strong></th></tr></thead>\n' +
      `<tbody role="rowgroup">\n<tr role="row"><td role="cell" data-label="”Ett”">a</td><td role="cell" data-label="Två">${long}</td></tr>\n</tbody></table></div>`,
  )
})

test('a narrow table stays a grid, with numbers to the right and in one piece', () => {
  expect(rendered('| Kvartal | Summa |\n|---|---|\n| 1 | 38 000 kr |\n| 2 | 7 |')).toBe(
    '<div class="wide"><table class="table table--grid">\n' +
      '<thead><tr><th scope="col">Kvartal</th><th scope="col" class="num">Summa</th></tr></thead>\n' +
      '<tbody>\n<tr><td>1</td><td class="num"><span class="nowrap">38 000</span> kr</td></tr>\n' +
      '<tr><td>2</td><td class="num">7</td></tr>\n</tbody></table></div>',
  )
  expect(rendered('| a | b | c | d | e |\n|-|-|-|-|-|\n| a | b | c | d | e |')).toContain('table--cases')
  expect(rendered('| Ett förhållandevis | långrandigt | tabellhuvud |\n|-|-|-|\n| a | b | c |')).toContain(
    'table--cases',
  )
})

test('a line never ends within AI-koll or 38 000, and code and addresses stay as they are', () => {
  expect(rendered('En AI-koll av 38 000 kr, `AI-koll` och [AI-stöd](https://imy.se/AI-x).')).toBe(
    '<p>En <span class="nowrap">AI-koll</span> av <span class="nowrap">38 000</span> kr, <code>AI-koll</code> och ' +
      '<a href="https://imy.se/AI-x" rel="external noopener"><span class="nowrap">AI-stöd</span></a>.</p>',
  )
  expect(rendered('Sidan 12 3000, HAI-koll och 1.4301.')).toBe('<p>Sidan 12 3000, HAI-koll och 1.4301.</p>')
})

test('numbered items are paragraphs, once, and bullets are not', () => {
  expect(rendered('1. ett\n2. två')).toBe('<ol>\n<li><p>ett</p></li>\n<li><p>två</p></li>\n</ol>')
  expect(rendered('1. ett\n\n2. två')).toBe('<ol>\n<li><p>ett</p></li>\n<li><p>två</p></li>\n</ol>')
  expect(rendered('- ett\n- två')).toBe('<ul>\n<li>ett</li>\n<li>två</li>\n</ul>')
})

test('a quote that begins with Verktyg: is a note about a tool', () => {
  expect(rendered('> **Verktyg:** Så här.')).toBe(
    '<aside class="quote quote--tool"><p><strong>Verktyg:</strong> Så här.</p></aside>',
  )
  expect(rendered('> Hej.')).toBe('<blockquote class="quote"><p>Hej.</p></blockquote>')
})

test('comments leave no trace', () => {
  expect(rendered('<!-- case -->\n\nHej. <!-- allow L18: påhittat -->')).toBe('<p>Hej. </p>')
})

test('links out of the site say so, and links to files lead to pages', () => {
  expect(rendered('[IMY](https://www.imy.se/a?b=1&c=2)')).toBe(
    '<p><a href="https://www.imy.se/a?b=1&amp;c=2" rel="external noopener">IMY</a></p>',
  )
  expect(rendered('[förra](01-varfor-fel.md), [kursen](course.md)')).toBe(
    '<p><a href="/sv/courses/granska-svaret/why-wrong-sounds-right">förra</a>, <a href="/sv/courses/granska-svaret">kursen</a></p>',
  )
})

test('an image gets an address that names its content', () => {
  const folder = new CoursesFolder().write(
    'granska-svaret/images/Ett kort.svg',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
  )
  folder.edit(sv, first, `![Ett "kort"](<../images/Ett kort.svg>)\n\n${first}`)
  const { images } = folder.compile()

  expect(images[0]!.address).toMatch(/^\/assets\/courses\/granska-svaret\/ett-kort-[0-9a-f]{10}\.svg$/)
  expect(folder.lesson().body.sv).toContain(
    `<img src="${images[0]!.address}" alt="Ett &quot;kort&quot;" loading="lazy">`,
  )
})

test('a stem of several parts is phrasing content, fit for a legend', () => {
  const stem = 'AI:n svarar:\n\n> Skåpen håller i *tio* år.\n\n- ett\n- två\n\nVad först?'
  const folder = new CoursesFolder()
  const [before = '', rest = ''] = folder.read(sv).split('Ett hotell i Rättvik')
  folder.write(sv, `${before}${stem}\n\n${rest.slice(rest.indexOf('- [ ]'))}`)

  expect(folder.problems()).toEqual([])
  expect(folder.question().text.sv.stem).toBe(
    '<span class="stem-part">AI:n svarar:</span> <span class="stem-part stem-part--quote">Skåpen håller i <em>tio</em> år.</span> ' +
      '<span class="stem-part">– ett</span> <span class="stem-part">– två</span> <span class="stem-part">Vad först?</span>',
  )
})
