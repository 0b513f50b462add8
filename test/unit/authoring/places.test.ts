import fc from 'fast-check'
import { expect, test } from 'vitest'

import { childrenOf } from '../../../tools/authoring/markdown/children-of.ts'
import { locate } from '../../../tools/authoring/markdown/locator.ts'
import { lexBlocks } from '../../../tools/authoring/markdown/markdown.ts'
import { Problems } from '../../../tools/authoring/problems/problem.ts'
import { CoursesFolder, sv } from './courses.ts'

const first = 'Amira sköter offerter'

test('after a quote of several paragraphs, with a list in it, everything is shown on its own line', () => {
  const quote = '> Ett.\n>\n> Två,\n> och <b> tre.\n>\n> - fyra\n>\n>   fem\n\n1. sex\n\n   <i> sju\n\n'
  const folder = new CoursesFolder().edit(sv, first, `${quote}Se <u> åtta. ${first}`)

  expect(folder.problems().map((line) => line.split(' ', 3).join(' '))).toEqual(
    ['<b>', '<i>', '<u>'].map((tag) => `${folder.at(sv, tag)} error S30`),
  )
})

/** Blocks that hold a word of their own each, however they are nested. */
const block = fc.letrec<{ block: string; nested: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(
      'WORD',
      'WORD\nWORD',
      '## WORD',
      '| WORD | WORD |\n|---|---|\n| WORD | a |',
      '**WORD** och *WORD*',
      '```\nWORD\n```',
    ),
    tie('nested'),
  ),
  nested: fc
    .tuple(fc.constantFrom('> ', '- ', '1. '), fc.array(tie('block'), { minLength: 1, maxLength: 3 }))
    .map(([mark, blocks]) => {
      const lines = blocks.join('\n\n').split('\n')
      const rest = mark === '> ' ? '> ' : ' '.repeat(mark.length)
      return lines.map((line, i) => ((i === 0 ? mark : rest) + line).trimEnd()).join('\n')
    }),
})).block

test('every word of generated markdown is found on the line where it was written', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
      let count = 0
      const text = blocks.join('\n\n').replaceAll('WORD', () => `word${(count += 1)}.`)
      const problems = new Problems()
      const markdown = lexBlocks(text, { path: 'x.md', line: 7 }, problems)
      const placeOf = locate(markdown)
      const lines = text.split('\n')
      const visit = (token: Parameters<typeof placeOf>[0]) => {
        const children = childrenOf(token)
        children.forEach(visit)
        const word = children.length === 0 ? /word\d+\./.exec(token.raw)?.[0] : undefined
        if (word === undefined) return
        const offset = token.raw.slice(0, token.raw.indexOf(word)).split('\n').length - 1
        expect(placeOf(token).line - 7 + offset).toBe(lines.findIndex((line) => line.includes(word)))
      }
      markdown.tokens.forEach(visit)
    }),
    { numRuns: 400 },
  )
})
