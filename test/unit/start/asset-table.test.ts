import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { assetTable } from '../../../tools/start/asset-table.ts'

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'navet-assets-'))
  for (const [path, text] of Object.entries({ _headers: '/assets/*\n  X-Kept: yes', ...files })) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

test('every file of the build is in it with its type, tag and headers; rules, manifests and hidden files are not', () => {
  const folder = folderWith({
    'assets/a.css': 'a{}',
    'assets/courses/b.svg': '<svg/>',
    'icon.svg': '<svg/>',
    '.vite/manifest.json': '{}',
    'assets/.hidden.js': '',
    'parts/0a1b': 'sealed',
  })
  const table = assetTable(folder)
  expect(Object.keys(table).toSorted()).toEqual(['/assets/a.css', '/assets/courses/b.svg', '/icon.svg'])
  expect(table['/assets/a.css']).toEqual({
    'content-type': 'text/css; charset=utf-8',
    etag: expect.stringMatching(/^"[\w-]{22}"$/),
    'x-kept': 'yes',
  })
  expect(table['/icon.svg']).not.toHaveProperty('x-kept')
})

test('the tag is of what the file holds', () => {
  const tagOf = (text: string) => assetTable(folderWith({ 'assets/a.css': text }))['/assets/a.css']!.etag
  expect(tagOf('a{}')).toBe(tagOf('a{}'))
  expect(tagOf('a{}')).not.toBe(tagOf('b{}'))
})

test('a kind of file without a content type stops the start, and is named', () => {
  expect(() => assetTable(folderWith({ 'assets/a.exe': '' }))).toThrow(
    /a\.exe: files of this kind have no content type/,
  )
})
