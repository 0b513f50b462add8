import fc from 'fast-check'
import { expect, test } from 'vitest'

import { nameKey } from '../../../worker/companies/name-key.ts'

/** As SQLite compares text: byte by byte of its UTF-8. */
function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(nameKey(a)), Buffer.from(nameKey(b)))
}

test('names stand where Swedes look for them', () => {
  const names = [
    'Zoran',
    'Östen',
    'Åsa',
    'Ärla',
    'Émile',
    'Erik',
    'Anna Berg',
    'Annabel',
    'Zäta',
    'anders',
    'Æsa',
    'Özlem',
  ]
  expect(names.toSorted(byBytes)).toEqual([
    'anders',
    'Anna Berg',
    'Annabel',
    'Émile',
    'Erik',
    'Zoran',
    'Zäta',
    'Åsa',
    'Ärla',
    'Æsa',
    'Östen',
    'Özlem',
  ])
})

test('Swedish letters sort as the Swedish collation sorts them', () => {
  const swedish = new Intl.Collator('sv')
  const letters = fc.stringMatching(/^[a-zåäö]{1,12}$/)
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      expect(Math.sign(byBytes(a, b))).toBe(Math.sign(swedish.compare(a, b)))
    }),
    { numRuns: 2000 },
  )
})

test('a letter written in two parts, capitals and double spaces make no difference', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-zÅÄÖåäöéü -]{1,30}$/), (name) => {
      expect(nameKey(name.normalize('NFD'))).toBe(nameKey(name))
      expect(nameKey(` ${name.toUpperCase()}  `)).toBe(nameKey(name))
    }),
  )
})
