import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { readSvg } from '../../../tools/authoring/markdown/svg-picture.ts'
import { readXml } from '../../../formats/xml/xml.ts'
import { CoursesFolder, sv } from './courses.ts'

const namespace = 'xmlns="http://www.w3.org/2000/svg"'
const first = 'Amira sköter offerter'

function read(text: string | Uint8Array): string {
  const picture = readSvg(typeof text === 'string' ? new TextEncoder().encode(text) : text)
  return 'fault' in picture ? picture.fault : new TextDecoder().decode(picture.bytes)
}

function withPicture(text: string | Uint8Array, name = 'x.svg'): CoursesFolder {
  return new CoursesFolder()
    .write(`granska-svaret/images/${name}`, text)
    .edit(sv, first, `![ett kort](../images/${name}) ${first}`)
}

test('a drawing is written anew, with what draws and nothing else', () => {
  const drawn = `\uFEFF<?xml version="1.0"?><!-- made by hand -->\n<svg ${namespace} xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">
<title>Å &amp; ä</title><defs><linearGradient id="a"><stop stop-color='red'/></linearGradient><g id="b"><path d="M0 0h9"/></g></defs>
<style>.c { fill: url(#a) }</style><use xlink:href="#b" class="c"/></svg>`

  expect(read(drawn)).toBe(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<title>Å &amp; ä</title><defs><linearGradient id="a"><stop stop-color="red"></stop></linearGradient><g id="b"><path d="M0 0h9"></path></g></defs>
<style>.c { fill: url(#a) }</style><use href="#b" class="c"></use></svg>`)
})

describe('a drawing that could do more than draw is refused, and its author told why', () => {
  test.each([
    [
      'a prefixed script',
      `<svg ${namespace} xmlns:svg="http://www.w3.org/2000/svg"><svg:script>alert(1)</svg:script></svg>`,
      '<svg:script>',
    ],
    ['a root with a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>', '<s:svg>'],
    ['a script', `<svg ${namespace}><script>alert(1)</script></svg>`, '<script>'],
    ['HTML', `<svg ${namespace}><p xmlns="http://www.w3.org/1999/xhtml"/></svg>`, '<p>'],
    ['a foreign object', `<svg ${namespace}><foreignObject/></svg>`, '<foreignObject>'],
    ['a link', `<svg ${namespace}><a href="#x"/></svg>`, '<a>'],
    ['an animation', `<svg ${namespace}><animate attributeName="href"/></svg>`, '<animate>'],
    ['an event', `<svg ${namespace} onload="alert(1)"/>`, 'onload'],
    ['an event whose name has a capital', `<svg ${namespace} ONLOAD="alert(1)"/>`, 'ONLOAD'],
    ['another file', `<svg ${namespace}><use href="other.svg#a"/></svg>`, 'leads out of itself'],
    ['an address in a style', `<svg ${namespace}><style>@import "x.css";</style></svg>`, 'fetches something'],
    [
      'an address cut in two by a comment',
      `<svg ${namespace}><style>@im<!-- -->port "x.css";</style></svg>`,
      'fetches something',
    ],
    [
      'an address in an attribute',
      `<svg ${namespace}><path fill="url(https://a.example/)"/></svg>`,
      'fetches something',
    ],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]><svg ${namespace}/>`, 'DOCTYPE'],
    ['a style sheet', `<?xml-stylesheet href="x"?><svg ${namespace}/>`, 'xml-stylesheet'],
    ['copies of copies', `<svg ${namespace}><g id="a"><use href="#b"/></g><g id="b"/><use href="#a"/></svg>`, '<use>'],
    ['no namespace, which no browser would draw', '<svg/>', 'xmlns='],
    ['no end', `<svg ${namespace}>`, 'no well-formed XML'],
    ['UTF-16', Buffer.from(`\uFEFF<svg ${namespace}/>`, 'utf16le'), 'not UTF-8'],
    ['UTF-16 without its mark', Buffer.from(`<svg ${namespace}/>`, 'utf16le'), 'no well-formed XML'],
    ['another encoding', Buffer.from(`<svg ${namespace}><title>å</title></svg>`, 'latin1'), 'not UTF-8'],
    ['nothing', '', 'an empty file'],
  ])('%s', (_name, picture, why) => {
    const folder = withPicture(picture)
    const [problem] = folder.problems()

    expect(problem).toContain(`${folder.at(sv, '![ett kort]')} error S33 the image "../images/x.svg"`)
    expect(problem).toContain(why)
    expect(folder.compile().images).toEqual([])
  })
})

test('whatever is made of the pieces of drawings and programs, what is served holds no program and reads the same again', () => {
  const piece = fc.constantFrom(
    `<svg ${namespace}>`,
    '</svg>',
    '<script>',
    '</script>',
    '<g id="a">',
    '</g>',
    '<use href="#a"/>',
    ' onload="x"',
    '<path d="M0 0"/>',
    '<style>',
    '</style>',
    '@import',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&lt;script>',
    'javascript:',
    'å',
    '<svg:g/>',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const picture = readSvg(new TextEncoder().encode(`<svg ${namespace}>${pieces.join('')}</svg>`))
      if ('fault' in picture) return
      const text = new TextDecoder().decode(picture.bytes)
      const names = [...readXml(text)].flatMap((event) => (event.kind === 'open' ? [event.local] : []))
      expect(names).not.toContain('script')
      expect(read(text)).toBe(text)
    }),
    { numRuns: 2000 },
  )
})

describe('a file that holds no picture of the kind its name says is refused', () => {
  test.each([
    ['x.png', '', 'is an empty file'],
    ['x.png', '<svg/>', 'is no PNG picture'],
    ['x.png', Buffer.from('89504e470d0a1a0a', 'hex'), 'is a PNG that is cut off or damaged'],
    ['x.jpg', 'GIF89a', 'is no jpg picture'],
    ['x.webp', 'RIFF', 'is no webp picture'],
  ])('%s: %s', (name, bytes, why) => {
    expect(withPicture(bytes, name).problems()[0]).toContain(`S33 the image "../images/${name}" ${why}`)
  })
})
