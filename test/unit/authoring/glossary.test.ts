import { describe, expect, test } from 'vitest'

import { CoursesFolder, en, sv } from './courses.ts'

const first = 'Amira sköter offerter'
const model =
  '  - { id: language-model, sv: { term: språkmodell, explanation: Räknar ut ord. }, en: { term: language model, explanation: Works out words. } }'
const source =
  '  - { id: source, sv: { term: källa, explanation: Där det "står". }, en: { term: source, explanation: Where it says so. } }'
const large =
  '  - { id: large-model, sv: { term: stor språkmodell, explanation: Stor. }, en: { term: large language model, explanation: Large. } }'

function withGlossary(...terms: string[]): CoursesFolder {
  return new CoursesFolder().write('glossary.yml', `terms:\n${terms.join('\n')}\n`)
}

/** The Swedish lesson's text with some markdown before its first paragraph: what is rendered of that. */
function rendered(folder: CoursesFolder, markdown: string): string {
  const html = folder.edit(sv, first, `${markdown}\n\n${first}`).lesson().body.sv
  return html.slice(html.indexOf('</h2>\n') + 6, html.indexOf('<p>Amira sköter')).trim()
}

/** The words that are marked as terms. */
function marked(html: string): string[] {
  return [...html.matchAll(/<button [^>]*>([^<]*)<\/button>/g)].map(([, words]) => words!)
}

describe('in a lesson', () => {
  test('a term is marked where it is first used, in the form it has there', () => {
    expect(rendered(withGlossary(model), 'Två språkmodeller. En språkmodell till.')).toBe(
      '<p>Två <span class="nowrap"><glossary-term><button type="button" class="term" popovertarget="term-language-model" popovertargetaction="show" ' +
        'aria-describedby="word-language-model">språkmodeller</button><span class="term-note" popover id="term-language-model">' +
        'Räknar ut ord.</span></glossary-term>.</span> En språkmodell till.</p>',
    )
  })

  test('every term used is listed at the end, in both languages, in the order of use', () => {
    const { body } = withGlossary(source, model).lesson()
    expect(body.sv).toContain(
      '<section class="words" aria-labelledby="words"><h2 id="words">Ord i lektionen</h2>\n<dl>\n' +
        '<div><dt>språkmodell</dt><dd id="word-language-model">Räknar ut ord.</dd></div>\n' +
        '<div><dt>källa</dt><dd id="word-source">Där det ”står”.</dd></div>\n</dl></section>\n',
    )
    expect(body.en).toContain('<h2 id="words">Words in this lesson</h2>')
    expect(marked(body.en)).toEqual(['language model', 'source'])
  })

  test('headings, bold lead-ins, links, code, quotes and tables are left alone', () => {
    const text = [
      'Först.',
      '## En källa',
      '**Källa:** *En* `källa` och [källa](https://imy.se/) är text.',
      '> En källa.',
      '| Källa | Två |\n|---|---|\n| källa | b |',
      '- En *källa* i en lista.',
    ]
    const html = rendered(withGlossary(source), text.join('\n\n'))
    expect(marked(html)).toEqual(['källa'])
    expect(html).toContain('<li>En <em><glossary-term>')
  })

  test('quotation marks around a term open and close as elsewhere', () => {
    const { body } = withGlossary(model)
      .edit(en, 'Amira handles', `A 'language model' and its "language model". Amira handles`)
      .lesson()
    expect(body.en.replaceAll(/<glossary-term>.*?>([^<]+)<\/button>.*?<\/glossary-term>/g, '$1')).toContain(
      'A <span class="nowrap">‘language model’</span> and its “language model”.',
    )
  })

  test('a colon, or a bracket, stays on the line of the term that it stands by', () => {
    const html = rendered(withGlossary(model, source), 'Det här är en *källa*: den, och (språkmodellen).')
    const words = html.replaceAll(/<span class="term-note".*?<\/span>|<\/?(?:button|glossary-term)[^>]*>/g, '')
    expect(words).toBe(
      '<p>Det här är en <span class="nowrap"><em>källa</em>:</span> den, och <span class="nowrap">(språkmodellen).</span></p>',
    )
  })

  test('the longer of two terms is marked, and part of another word is not', () => {
    expect(marked(rendered(withGlossary(model, large), 'En stor språkmodell. En språkmodell.'))).toEqual([
      'stor språkmodell',
      'språkmodell',
    ])
    expect(marked(rendered(withGlossary(source), 'Datakällan och käll-källa och källa-fri och källaren.'))).toEqual([])
  })

  test('a term in a sentence that is left out is not marked, nor is one in the quiz', () => {
    const folder = withGlossary(model)
    const html = folder
      .edit(sv, first, `En språkmodell.[^f-llm-next-token]\n\n${first}`)
      .edit(sv, 'En språkmodell skriver', 'Den skriver')
      .lesson().body.sv
    expect(html).not.toContain('glossary-term')
    expect(html).not.toContain('Ord i lektionen')
    expect(JSON.stringify(folder.course().lessons.map((lesson) => lesson.questions))).not.toContain('glossary-term')
  })

  test('a term that is not published is neither marked nor listed', () => {
    const { body } = withGlossary(model.replace('sv:', 'published: false, sv:')).lesson()
    expect(body.sv).not.toContain('glossary-term')
    expect(body.sv).not.toContain('Räknar')
  })

  test('what the glossary says is text, not HTML', () => {
    const bad = model.replace('Räknar ut ord.', '"<b onclick=x>&"')

    expect(withGlossary(bad).lesson().body.sv).toContain('&lt;b onclick=x&gt;&amp;')
  })

  test('a folder without a glossary compiles, and so does a course page that names a term', () => {
    expect(new CoursesFolder().lesson().body.sv).not.toContain('glossary-term')
    const folder = withGlossary(model)
    expect(
      folder.edit('granska-svaret/sv/course.md', '---\n\n', '---\n\nEn språkmodell.\n\n').course().about.sv,
    ).not.toContain('<button')
  })
})

describe('problems', () => {
  const at = (folder: CoursesFolder, words: string) => folder.at('glossary.yml', words)

  test('an id is used twice', () => {
    const folder = withGlossary(model, source.replace('id: source', 'id: language-model'))
    expect(folder.problems()).toEqual(['courses/glossary.yml:3:11 error S13 glossary id language-model is used twice'])
  })

  test('a word stands for two concepts, or is a form of another term', () => {
    const second = source.replace('term: källa', 'term: Språkmodeller')
    const folder = withGlossary(model, second)
    expect(folder.problems()).toEqual([
      `${at(folder, 'Språkmodeller')} error S44 "Språkmodeller" is a form of "språkmodell", which is the term of language-model; one concept has one term`,
    ])
  })

  test('a language is missing', () => {
    const folder = withGlossary('  - { id: source, sv: { term: källa, explanation: Där. } }')
    expect(folder.problems().join()).toMatch(
      /glossary\.yml:2:\d+ error S03 terms\.0\.en: is missing; a term has both languages/,
    )
  })

  test('a key is misspelt: the one that was meant is suggested', () => {
    const folder = withGlossary(model.replace('explanation:', 'explanaton:'))
    expect(folder.problems().join('\n')).toContain('unknown key "explanaton"; did you mean explanation?')
  })
})
