import { expect, test } from 'vitest'

import type { CourseSummary, LearningPath } from '../../../formats/catalogue/catalogue.ts'
import { areasOfPath, badgePictureSvg, pictureNames } from '../../../web/components/badge-art/named-picture.ts'
import { bakeSvg, readSvg } from '../../../formats/xml/svg.ts'

const course = (id: string, cell: string) => ({ id, badge: { cell } }) as CourseSummary
const employee = { id: 'employee', steps: [['check'], ['later'], ['sell', 'make']] } as unknown as LearningPath
const known = {
  courses: [course('check', 'CHK-2'), course('sell', 'USE-1'), course('make', 'CHK-1')],
  paths: { paths: [employee], planned: [] },
}

test('there is a picture of every cell and every path, and of each as a demo', () => {
  const names = pictureNames(known)
  expect(names).toHaveLength(2 * (18 + 1))
  expect(names).toEqual(expect.arrayContaining(['UND-1', 'DEV-3', 'path-employee', 'demo-CHK-2', 'demo-path-employee']))
  for (const name of names) expect(badgePictureSvg(name, known), name).toContain('viewBox="0 0 512 512"')
  expect(new Set(names.map((name) => badgePictureSvg(name, known))).size).toBe(names.length)
})

test('a name without a picture gives none', () => {
  for (const name of ['', 'CHK-4', 'demo-', 'path-', 'path-manager', 'demo-demo-CHK-2', 'constructor']) {
    expect(badgePictureSvg(name, known), name).toBeUndefined()
  }
})

test("a path's picture has the flowers of its courses' areas, each once, in one order", () => {
  expect(areasOfPath(employee, known)).toEqual(['CHK', 'USE'])
  const other = { ...employee, steps: [['sell'], ['check']] }
  expect(badgePictureSvg('path-employee', { ...known, paths: { ...known.paths, paths: [other] } })).toBe(
    badgePictureSvg('path-employee', known),
  )
})

test('no picture holds text or needs a font, not even a demo', () => {
  for (const name of pictureNames(known)) expect(badgePictureSvg(name, known)).not.toMatch(/<text|font-|<image|href/)
})

test('a picture carries the name it is given, whatever the name is', () => {
  for (const title of ['AI-granskare', `<script>"R&D" 'x'</script>`, '\u0000\ud83c']) {
    expect(readSvg(bakeSvg(badgePictureSvg('demo-CHK-2', known, title)!, '{"a":1}'))).toEqual({ credential: '{"a":1}' })
  }
  expect(badgePictureSvg('CHK-2', known, 'R&D <1>')).toContain('<title>R&amp;D &lt;1&gt;</title>')
})
