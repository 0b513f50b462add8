import { describe, expect, test } from 'vitest'

import { CoursesFolder, en, sv } from './courses.ts'

const first = 'Amira sköter offerter'

/** Words put before the lesson's first sentence, where the problem is shown, its id and message. */
const cases: [name: string, added: string, shownAt: string, id: string, message: string][] = [
  ['a script', '<script>alert(1)</script>\n\n', '<script>', 'S30', 'HTML is not allowed (<script>)'],
  ['an element within a sentence', 'Se <b>här</b>. ', '<b>', 'S30', 'HTML is not allowed (<b>)'],
  ['an element in a list', '- a\n- se <img src=x onerror=alert(1)>\n\n', '<img', 'S30', 'HTML is not allowed (<img>)'],
  ['an element in a quote', '> a\n> <iframe src="x">\n\n', '<iframe', 'S30', 'HTML is not allowed (<iframe>)'],
  ['an element in a table', '| a | b |\n|---|---|\n| c | <u>d</u> |\n\n', '<u>', 'S30', 'HTML is not allowed (<u>)'],
  [
    'a javascript: link',
    'Se [här](javascript:alert(1)). ',
    '[här]',
    'S31',
    'the link "javascript:alert(1)" leads nowhere',
  ],
  ['a disguised javascript: link', 'Se [här](&#106;avascript:alert(1)). ', '[här]', 'S31', 'leads nowhere'],
  ['a link without its scheme', 'Se [här](//evil.example). ', '[här]', 'S31', 'leads nowhere'],
  [
    'a link to another site',
    'Se [här](https://evil.example/x). ',
    '[här]',
    'S32',
    'links to evil.example are not allowed; add the domain',
  ],
  [
    'a link that pretends to be allowed',
    'Se [här](https://imy.se@evil.example). ',
    '[här]',
    'S32',
    'links to evil.example are not allowed',
  ],
  ['a domain that ends alike', 'Se [här](https://notimy.se). ', '[här]', 'S32', 'links to notimy.se are not allowed'],
  ['an address that links itself', 'Se https://evil.example. ', 'https://evil', 'S32', 'write the address as `code`'],
  ['a reference link', 'Se [här][1]. \n\n[1]: https://evil.example\n\n', '[här]', 'S32', 'links to evil.example'],
  [
    'a lesson that does not exist',
    'Se [ett](01-varfor.md). ',
    '[ett]',
    'S34',
    'the file granska-svaret/sv/01-varfor.md does not exist; did you mean granska-svaret/sv/01-varfor-fel.md?',
  ],
  [
    'a page that does not exist',
    'Se [ett](/sv/courses/granska-svaret/three-question). ',
    '[ett]',
    'S34',
    'did you mean /sv/courses/granska-svaret/three-questions?',
  ],
  [
    'an image that does not exist',
    'Se ![bild](../images/x.png). ',
    '![bild]',
    'S33',
    'the image "../images/x.png" does not exist; it would be courses/granska-svaret/images/x.png',
  ],
  ['an image outside the course', 'Se ![bild](../../other/images/x.png). ', '![bild]', 'S33', 'is outside the course'],
  ['an image of another site', 'Se ![bild](https://imy.se/x.png). ', '![bild]', 'S33', 'is outside the course'],
  ['an image within the page', 'Se ![bild](data:image/png;base64,AA). ', '![bild]', 'S33', 'is outside the course'],
  [
    'a picture of an unknown kind',
    'Se ![bild](../images/x.tiff). ',
    '![bild]',
    'S33',
    'is no image that pages can show',
  ],
  ['a comment that never ends', '<!-- case\n\n', '<!-- case', 'S35', 'the comment never ends'],
  ['text beside a comment', '<!-- case --> Hej.\n\n', '<!-- case', 'S35', 'this text would be lost'],
  ['a footnote', '[^1]: Se här.\n\n', '[^1]', 'S36', 'footnotes are written in facts.yml'],
  [
    'a fact that does not exist',
    'Så är det.[^f-llm-next-tokn] ',
    '[^f-',
    'S40',
    'fact f-llm-next-tokn does not exist in facts.yml; did you mean f-llm-next-token?',
  ],
  ['a fact in a table', '| a |\n|---|\n| b[^f-llm-next-token] |\n\n', '[^f-', 'S42', 'a table cell cannot cite a fact'],
  ['a fact in a heading', '## A[^f-llm-next-token]\n\n', '[^f-', 'S42', 'a heading cannot cite a fact'],
]

describe('markdown that a page may not have is reported where it stands', () => {
  test.each(cases)('%s', (_name, added, shownAt, id, message) => {
    const folder = new CoursesFolder().edit(sv, first, added + first)
    const place = folder.at(sv, shownAt)
    const line = folder.problems().find((problem) => problem.startsWith(`${place} error ${id} `))

    expect(line ?? folder.problems().join('\n')).toContain(message)
  })
})

test('a cited fact must be listed in the front matter', () => {
  const folder = new CoursesFolder().edit(sv, 'f-llm-next-token, ', '').edit(en, 'f-llm-next-token, ', '')
  folder.edit(sv, 'De är 14 personer.', 'De är 14 personer.[^f-llm-next-token]')

  expect(folder.problems()).toContain(
    `${folder.at(sv, '[^f-')} error S42 fact f-llm-next-token is cited but not listed; add it to facts: in the front matter`,
  )
})

test('code may show tags, addresses and citations', () => {
  const folder = new CoursesFolder().edit(
    sv,
    first,
    `Skriv \`<b>\`, \`https://evil.example\` och \`[^f-x]\`. 3 < 4. ${first}`,
  )

  expect(folder.problems()).toEqual([])
  expect(folder.lesson().body.sv).toContain(
    '<code>&lt;b&gt;</code>, <code>https://evil.example</code> och <code>[^f-x]</code>. 3 &lt; 4.',
  )
})

test('a mail address in the text is an example and no link', () => {
  const folder = new CoursesFolder().edit(sv, first, `Skriv till anna@kund.example. ${first}`)

  expect(folder.problems()).toEqual([])
  expect(folder.lesson().body.sv).toContain('<p>Skriv till anna@kund.example. Amira')
})
