import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../../..')
const text = readFileSync(join(root, '.github/workflows/courses.yml'), 'utf8')
const workflow = parse(text)
const scripts: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts
const steps: { uses?: string; run?: string }[] = workflow.jobs.courses.steps

test('it runs for pull requests that touch courses, reads the repository and knows no secrets', () => {
  expect(workflow.on.pull_request.paths).toContain('courses/**')
  expect(Object.keys(workflow.on)).toEqual(['pull_request'])
  expect(workflow.permissions).toEqual({ contents: 'read' })
  expect(workflow.jobs.courses.permissions).toBeUndefined()
  expect(text).not.toMatch(/secrets|pull_request_target|GITHUB_TOKEN|github\.event|head_ref/)
})

test('every action is pinned to an exact version', () => {
  const actions = steps.flatMap((step) => step.uses ?? [])

  expect(actions.length).toBeGreaterThan(2)
  for (const action of actions) expect(action).toMatch(/^actions\/[a-z-]+@v\d+\.\d+\.\d+$/)
})

test('every command it runs is one that package.json has, and the base is there to be compared with', () => {
  const runs = steps.flatMap((step) => step.run ?? []).join('\n')
  const commands = [...runs.matchAll(/npm run -s ([a-z:]+)/g)].map((match) => match[1]!)

  expect(new Set(commands)).toEqual(new Set(['courses:check', 'courses:affected', 'courses:behind', 'courses:pages']))
  for (const command of commands) expect(scripts).toHaveProperty([command])
  expect(runs).toContain('courses:check -- --format github')
  expect(runs).toContain('courses:affected -- --base origin/main --format github')
  expect(steps.find((step) => step.uses?.startsWith('actions/checkout'))).toMatchObject({ with: { 'fetch-depth': 0 } })
})

test('the changed pages are saved also while the check finds errors, which is when they are needed', () => {
  const named = workflow.jobs.courses.steps as { name?: string; if?: string }[]
  const saving = named.filter(({ name }) => /changed pages/i.test(name ?? ''))
  expect(saving.map((step) => step.if)).toEqual(
    Array(2).fill("${{ !cancelled() && steps.check.conclusion != 'skipped' }}"),
  )
})
