import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { reviewerChecklist } from '../../../tools/authoring/problems/checklist.ts'
import { checks, isTeaching } from '../../../tools/authoring/problems/checks.ts'

const guide = readFileSync(join(import.meta.dirname, '../../../courses/checks.md'), 'utf8')
const sections = guide.split(/^### /m).slice(1)

test('every check of teaching has a section with its reason, a bad and a good example, and no section is left over', () => {
  const ids = sections.map((section) => section.slice(0, 3))
  expect(ids.toSorted()).toEqual(Object.keys(checks).filter(isTeaching).toSorted())
  for (const section of sections) expect(section).toMatch(/\nBad: [\s\S]*Good: /)
})

test('every check of form has its line and its reason', () => {
  const rows = [...guide.matchAll(/^\| (S\d\d) \| \S.* \| \S.* \|$/gm)].map(([, id]) => id)
  expect(rows.toSorted()).toEqual(
    Object.keys(checks)
      .filter((id) => id.startsWith('S'))
      .toSorted(),
  )
})

test('what a reviewer judges is named as well', () => {
  for (const { id } of reviewerChecklist) expect(guide).toContain(id)
})
