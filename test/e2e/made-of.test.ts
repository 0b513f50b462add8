import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, inject, test } from 'vitest'

const dist = join(import.meta.dirname, '../../dist')

test('the build has a bill of materials with everything that is locked, by name, version and licence', () => {
  const bill = JSON.parse(readFileSync(join(dist, 'sbom.cdx.json'), 'utf8'))
  const lock = JSON.parse(readFileSync(join(dist, '../package-lock.json'), 'utf8'))
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'navet' } } })
  const listed = new Set(bill.components.map(({ purl }: { purl: string }) => decodeURIComponent(purl)))
  const locked = Object.entries(lock.packages as Record<string, { version: string }>)
    .filter(([folder]) => folder !== '')
    .map(([folder, { version }]) => `pkg:npm/${folder.split('node_modules/').at(-1)}@${version}`)
  expect(locked.filter((purl) => !listed.has(purl))).toEqual([])
})

test('the licences of what browsers get are served, and those of the worker lie beside it', async () => {
  const answer = await fetch(new URL('/licences.txt', inject('baseUrl')))
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
  const text = await answer.text()
  for (const words of ['## jsonld 9', 'SIL OPEN FONT LICENSE', 'Permission is hereby granted'])
    expect(text).toContain(words)
  expect(text).not.toContain(join(dist, '..'))
  const worker = readFileSync(join(dist, 'worker/licences.md'), 'utf8')
  for (const name of ['hono', 'drizzle-orm', 'better-auth', 'zod']) expect(worker).toContain(`\n## ${name} `)
  expect(existsSync(join(dist, 'client/sbom.cdx.json'))).toBe(false)
})
