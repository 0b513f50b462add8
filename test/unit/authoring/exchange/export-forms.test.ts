import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { strFromU8, unzipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'

import { realFolder } from '../courses.ts'
import { runIn } from '../run-command.ts'

test('a course is written as a package and as a page, whose names say what they are', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'navet-export-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const run = (form: string) => runIn(folder, 'export/main.ts', ['granska-svaret', '--as', form, '--in', realFolder])

  expect(await run('scorm')).toMatchObject({ code: 0, out: 'granska-svaret.sv.zip\n', err: '' })
  expect(await run('html')).toMatchObject({ code: 0, out: 'granska-svaret.sv.html\n', err: '' })
  expect(readdirSync(folder).sort()).toEqual(['granska-svaret.sv.html', 'granska-svaret.sv.zip'])
  const files = unzipSync(readFileSync(join(folder, 'granska-svaret.sv.zip')))
  expect(strFromU8(files['imsmanifest.xml']!)).toContain('<title>Granska svaret</title>')
  expect(readFileSync(join(folder, 'granska-svaret.sv.html'), 'utf8')).toMatch(/^<!doctype html>\n<html lang="sv">/)
})
