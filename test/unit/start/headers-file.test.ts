import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { headersFor, readHeaderRules } from '../../../tools/start/headers-file.ts'

const ours = readFileSync(join(import.meta.dirname, '../../../web/public/_headers'), 'utf8')

test('a rule gives its headers to the paths it names, and to no other', () => {
  const rules = readHeaderRules('# why\n/assets/*\n  Cache-Control: immutable\n\n/icon.svg\n  X-Frame-Options: DENY\n')
  expect(headersFor('/assets/a.css', rules)).toEqual({ 'cache-control': 'immutable' })
  expect(headersFor('/assets', rules)).toEqual({})
  expect(headersFor('/icon.svg', rules)).toEqual({ 'x-frame-options': 'DENY' })
  expect(headersFor('/iconxsvg', rules)).toEqual({})
})

test('two rules for one path are joined, unless the later one takes the earlier away', () => {
  const joined = readHeaderRules('/*\n  Vary: A\n/a\n  Vary: B')
  expect(headersFor('/a', joined)).toEqual({ vary: 'A, B' })
  const instead = readHeaderRules('/*\n  Vary: A\n/a\n  ! Vary\n  Vary: B')
  expect(headersFor('/a', instead)).toEqual({ vary: 'B' })
})

test('our own file: a drawing has the policy of a sandbox alone', () => {
  const rules = readHeaderRules(ours)
  expect(headersFor('/assets/x.svg', rules)['content-security-policy']).toMatch(/^sandbox; [^,]*$/)
  expect(headersFor('/assets/x.js', rules)['content-security-policy']).toMatch(/^default-src 'none'; [^,]*$/)
})

test.each([
  ['  Vary: A', 1],
  ['/a\n  Vary', 2],
  ['/a\nVary: A', 2],
  ['/a\n\n  ! Two words', 3],
  ['https://navet.example/*\n  Vary: A', 1],
  ['/:lang/*\n  Vary: A', 1],
])('%j is not understood, and the line is named', (text, line) => {
  expect(() => readHeaderRules(text)).toThrow(`_headers:${line}: not understood`)
})
