import fc from 'fast-check'
import { expect, test } from 'vitest'

import { badgePicture } from '../../../web/components/badge-art/badge-svg.ts'
import { bakeSvg, readSvg } from '../../../formats/xml/svg.ts'

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><title>AI-granskare</title>${badgePicture('CHK-2')}</svg>`
const credential = JSON.stringify({ name: 'Åsas märke ]]> 🌷', proof: ['z3v'] })
const jws = 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln-_'
const of = (inner: string, attributes = '') => `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inner}</svg>`
const badge = (inner: string, attributes = '') =>
  `<b:credential xmlns:b="https://purl.imsglobal.org/ob/v3p0"${attributes}>${inner}</b:credential>`

test('any credential comes out of an SVG as it went in', () => {
  const json = fc.oneof(
    fc.json(),
    fc.jsonValue().map((value) => JSON.stringify(value, null, 2)),
  )
  const marked = fc.array(fc.constantFrom(']]>', ']', '>', '&amp;', '<', '<![CDATA[', 'å', '"', '\\')).map((parts) => {
    return JSON.stringify(parts.join(''))
  })
  fc.assert(
    fc.property(fc.oneof(json, marked), (text) => {
      expect(readSvg(bakeSvg(drawing, text))).toEqual({ credential: text })
    }),
  )
})

test('what JSON may say and XML may not is written as JSON escapes', () => {
  const read = readSvg(bakeSvg(drawing, '{"name":"\ufffe\ud83c"}'))
  expect(read).toEqual({ credential: String.raw`{"name":"\ufffe\ud83c"}` })
})

test('JSON stands as CDATA and a signed token as an attribute, as the first child', () => {
  expect(bakeSvg(of('<g/>', ' viewBox="0 0 1 1"'), '{"a":"]]>"}')).toBe(
    of(
      '<openbadges:credential><![CDATA[{"a":"]]]]><![CDATA[>"}]]></openbadges:credential><g/>',
      ' viewBox="0 0 1 1" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"',
    ),
  )
  const baked = bakeSvg('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" />', jws)
  expect(baked).toContain(`v3p0"><openbadges:credential verify="${jws}"></openbadges:credential></svg>`)
  expect(readSvg(baked)).toEqual({ credential: jws })
})

test('a picture that holds a badge takes no second one', () => {
  expect(() => bakeSvg(bakeSvg(drawing, credential), credential)).toThrow('it has one')
  expect(() => bakeSvg(of('<script/>'), credential)).toThrow('active-content')
})

test('a file that ends early is refused, wherever it ends', () => {
  const baked = bakeSvg(of('<path d="M0 0"/>'), credential)
  for (let end = 0; end < baked.length; end++) {
    expect(readSvg(baked.slice(0, end)), `${end} characters`).toEqual({ fault: 'not-well-formed' })
  }
})

test.each([
  ['a page of HTML', '<html xmlns="http://www.w3.org/1999/xhtml"></html>', 'not-an-svg'],
  ['an svg without its namespace', '<svg></svg>', 'not-an-svg'],
  ['a picture without a badge', of('<g/>'), 'no-credential'],
  ['an empty badge', of(badge(' \n')), 'no-credential'],
  ['a badge of another namespace', of('<credential>{}</credential>'), 'no-credential'],
  ['a badge of version 2', of('<o:assertion xmlns:o="http://openbadges.org" verify="x"/>'), 'open-badges-2'],
  ['two badges', of(badge('{}') + badge('{}')), 'two-credentials'],
  ['an empty badge beside one', of(badge('') + badge('{}')), 'two-credentials'],
  ['a badge that says two things', of(badge('{}', ' verify="a.b.c"')), 'two-credentials'],
  ['a badge with CDATA and text', of(badge('{}<![CDATA[{}]]>')), 'two-credentials'],
  ['an element inside the badge', of(badge('{<g/>}')), 'not-an-svg'],
  ['a document type', `<!DOCTYPE svg [<!ENTITY a "b">]>${of('')}`, 'doctype'],
  ['an entity that nobody declared', of('&a;'), 'not-well-formed'],
  ['an entity with the name of a function', of('&constructor;'), 'not-well-formed'],
  ['a character that XML forbids', of('&#0;'), 'not-well-formed'],
  ['a bare ampersand', of('a & b'), 'not-well-formed'],
  ['two roots', of('') + of(''), 'not-well-formed'],
  ['words after the end', `${of('')}x`, 'not-well-formed'],
  ['an attribute twice', of('<g id="a" id="b"/>'), 'not-well-formed'],
  ['a prefix that is not declared', of('<x:g/>'), 'not-well-formed'],
  ['elements that cross', of('<g><a></g></a>'), 'not-well-formed'],
  ['elements 10,000 deep', of('<g>'.repeat(10_000) + '</g>'.repeat(10_000)), 'not-well-formed'],
])('%s is refused, and says why', (_, svg, fault) => {
  expect(readSvg(svg)).toEqual({ fault })
})

test.each([
  '<script>alert(1)</script>',
  '<SCRIPT/>',
  '<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>',
  '<foreignObject/>',
  '<g onload="x"/>',
  '<g OnClick="x"/>',
  '<a href="javascript:alert(1)"/>',
  '<a href=" jav&#x61;script:alert(1)"/>',
  '<a href="java&#9;script:alert(1)"/>',
  '<set attributeName="href" to="javascript:alert(1)"/>',
  '<animate attributeName="xlink:href" values="x"/>',
])('what could run is refused: %s', (inner) => {
  expect(readSvg(of(inner + badge('{}')))).toEqual({ fault: 'active-content' })
})

test.each([
  '<a href="https://example.com"/>',
  '<image x:href="//example.com/a.png" xmlns:x="http://www.w3.org/1999/xlink"/>',
  '<image href="data:image/svg+xml;base64,AAAA"/>',
  '<use href="other.svg#a"/>',
  '<g xml:base="https://example.com"/>',
  '<g style="fill:url(https://example.com)"/>',
  '<g fill="url( \'//example.com#a\')"/>',
  String.raw`<g style="fill:u\72l(//example.com)"/>`,
  '<style>@import "https://example.com";</style>',
  '<style>a{fill:u<![CDATA[rl(]]>https://example.com)}</style>',
  '<?xml-stylesheet href="https://example.com"?>',
])('what links or fetches is refused, and is not called a program: %s', (inner) => {
  expect(readSvg(of(inner + badge('{}')))).toEqual({ fault: 'outside-content' })
})

test('what drawing programs leave behind is no danger', () => {
  const inner = `<!-- made by hand --><metadata xmlns:i="urn:i" i:path="C:\\a">javascript: url(x)</metadata>
    <style>.a{fill:url( "#b" )}</style><defs><linearGradient id="b"/></defs><use href="#b"/><g fill="url(#b)"/>
    <image href="data:image/png;base64,iVBORw0KGgo="/>`
  const baked = `\ufeff<?xml version="1.0" encoding="utf-8"?>\n${of(`${inner}${badge('\n  <![CDATA[{"a":1}]]>\n')}`)}\n<!-- end -->`
  expect(readSvg(baked)).toEqual({ credential: '{"a":1}' })
  expect(readSvg(of(badge('{&quot;a&quot;:&#49;}')))).toEqual({ credential: '{"a":1}' })
})

test('a large hostile file is refused in a moment', () => {
  const many = 400_000
  const files = ['<'.repeat(many), of(' '.repeat(many) + '&'), `<svg ${'a '.repeat(many)}`, `<svg ${' '.repeat(many)}`]
  const begun = performance.now()
  for (const file of files) expect(readSvg(file)).toHaveProperty('fault')
  expect(readSvg(of(`<g fill="${'url('.repeat(many)}"/>`))).toEqual({ fault: 'outside-content' })
  expect(readSvg(of(`<g fill="url${' '.repeat(many)}"/>`))).toEqual({ fault: 'no-credential' })
  expect(readSvg(of(`<g ${Array.from({ length: many }, (_, i) => `xmlns:n${i}="u"`).join(' ')}/>`))).toHaveProperty(
    'fault',
  )
  expect(performance.now() - begun).toBeLessThan(5000)
})

test('no text makes the reader throw', () => {
  const written =
    '<svg_xmlns="http://www.w3.org/2000/svg"> </svg> <g_a="1" /> > < & &#x110000; <![CDATA[ ]]> <!-- --> <?a ?> <b:credential_ ' +
    `</b:credential> _xmlns:b="https://purl.imsglobal.org/ob/v3p0" " ' _ = {} xmlns="" <: :a="b" <a:b:c> \0 \ud83c`
  const piece = fc.constantFrom(...written.split(' ').map((part) => part.replaceAll('_', ' ')))
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(hostile, (text) => {
      const read = readSvg(text)
      expect('fault' in read || typeof read.credential === 'string').toBe(true)
    }),
    { numRuns: 3000 },
  )
})
