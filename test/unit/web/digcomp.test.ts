import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'
import { parse } from 'yaml'

import { competenceName } from '../../../web/messages/digcomp.ts'

interface Target {
  framework: string
  code: string
  name: string
}

test('every DigComp competence that a badge may name has a Swedish name, and keeps its own in English', () => {
  const targets: Target[] = []
  JSON.stringify(parse(readFileSync('courses/competences.yml', 'utf8')), (_, value: unknown) => {
    if (value && typeof value === 'object' && 'framework' in value) targets.push(value as Target)
    return value
  })
  expect(targets.length).toBeGreaterThan(15)
  expect(targets.filter((target) => competenceName(target, 'sv') === target.name)).toEqual([])
  for (const target of targets) expect(competenceName(target, 'en')).toBe(target.name)
})

test('a competence of another framework is called what it is called there', () => {
  const own = { framework: 'Navet', code: '1.1', name: 'Granska AI' }
  expect(competenceName(own, 'sv')).toBe('Granska AI')
})
