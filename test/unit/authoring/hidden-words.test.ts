import { expect, test } from 'vitest'

import { commentsIn, saidInComments } from '../../../tools/authoring/markdown/hidden-words.ts'
import { CoursesFolder, sv } from './courses.ts'

test('a comment says what stands between its signs, and one that never ends says nothing', () => {
  expect(commentsIn('a <!-- one --> b <!--two--> c <!-- three')).toEqual(['one', 'two'])
  expect(commentsIn('<!---->')).toEqual([''])
  expect(saidInComments('<!-- id: a --> <!--id:b--> <!-- idea: c -->', 'id')).toEqual(['a', 'b'])
})

// Each was cubic in the number of blanks: a few thousand of them stopped every command for minutes.
test.each([
  ['an option’s', (text: string, blanks: string) => text.replace(/^(- \[ \] .*)$/m, `$1 <!-- o:${blanks}x`)],
  ['a heading’s', (text: string, blanks: string) => text.replace(/^(## .*)$/m, `$1\n<!-- id:${blanks}x`)],
  ['what is done now', (text: string, blanks: string) => text.replace(/^(## Gör nu.*)$/m, `$1\n<!-- doing:${blanks}x`)],
  ['a silenced check’s', (text: string, blanks: string) => text.replace(/^(## .*)$/m, `$1\n<!-- allow Q06:${blanks}x`)],
])('%s comment that never ends takes no longer for many blanks than for none', (_, spoil) => {
  const folder = new CoursesFolder()
  const text = folder.read(sv)
  const timed = (blanks: number) => {
    folder.write(sv, spoil(text, ' '.repeat(blanks)))
    const began = performance.now()
    const { problems } = folder.compile(undefined, { teaching: true })
    return { ms: performance.now() - began, isTold: problems.some(({ severity }) => severity === 'error') }
  }
  const few = Math.max(timed(1).ms, timed(1).ms, 20)
  const many = timed(50_000)
  expect(many.isTold).toBe(true)
  expect(many.ms).toBeLessThan(few * 50)
})
