import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build, createLogger, createServer, type InlineConfig } from 'vite'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { catalogue, chunkFileNames } from '../../../tools/authoring/live/vite-plugin.ts'
import { fixtureFolder, sv } from './courses.ts'

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'navet-vite-'))
  await cp(fixtureFolder, join(root, 'courses'), { recursive: true })
  await writeFile(join(root, 'main.ts'), `import { catalogue } from 'virtual:catalogue'\nexport { catalogue }\n`)
  await symlink(resolve('node_modules'), join(root, 'node_modules'))
})

afterEach(() => rm(root, { recursive: true }))

function config(errors: string[] = []): InlineConfig {
  const logger = createLogger('silent')
  logger.error = (message) => void errors.push(message)
  return {
    root,
    configFile: false,
    logLevel: 'silent',
    customLogger: logger,
    plugins: [catalogue({ teaching: false })],
    server: { middlewareMode: true, ws: false, watch: { usePolling: true, interval: 20 } },
    optimizeDeps: { noDiscovery: true },
    build: {
      target: 'esnext',
      minify: false,
      rollupOptions: {
        input: join(root, 'main.ts'),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js', chunkFileNames },
      },
    },
  }
}

async function edit(path: string, from: string, to: string): Promise<void> {
  const file = join(root, 'courses', path)
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll(from, to))
}

test('a build has the catalogue, and each lesson in a file of its own', async () => {
  await cp(join(root, 'courses/granska-svaret'), join(root, 'courses/other'), { recursive: true })
  await edit('other/course.yml', 'C03', 'C04')
  await edit('other/course.yml', 'ai-granskare', 'other')
  await build(config())
  const { catalogue: built } = await import(join(root, 'dist/main.js'))
  const files = await readdir(join(root, 'dist/courses'), { recursive: true })

  expect(built.courses.map((course: { id: string }) => course.id)).toEqual(['granska-svaret', 'other'])
  expect((await built.loadLesson('granska-svaret', 'three-questions')).id).toBe('three-questions')
  expect([built.loadPage('constructor'), built.loadLesson('other', 'constructor')]).toEqual([undefined, undefined])
  for (const { id, lessons } of built.courses)
    expect(files.filter((file) => file.startsWith(`${id}/lessons/`) && file.endsWith('.js'))).toHaveLength(
      lessons.length,
    )
  expect(await readFile(join(root, 'dist/main.js'), 'utf8')).not.toContain('Löftet om nötter')
})

test('images are built where the pages show them', async () => {
  await cp(fixtureFolder, join(root, 'courses/granska-svaret/images'), {
    recursive: true,
    filter: (file) => file === fixtureFolder,
  })
  await writeFile(join(root, 'courses/granska-svaret/images/kort.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await edit(sv, 'Amira sköter', '![Ett kort](../images/kort.svg) Amira sköter')
  await build(config())

  const [file = ''] = await readdir(join(root, 'dist/assets/courses/granska-svaret'))
  expect(file).toMatch(/^kort-[0-9a-f]{10}\.svg$/)
  expect(await readFile(join(root, 'dist/assets/courses/granska-svaret', file), 'utf8')).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
  )
})

test('a build stops with every problem listed, and no stack', async () => {
  await edit(sv, 'minutes: 6', 'minutes: six')
  await edit('facts.yml', 'certainty: B', 'certainty: C')
  const error = await build(config()).catch((reason: unknown) => reason as Error)

  expect(error).toBeInstanceOf(Error)
  const { message, stack } = error as Error
  expect(message).toContain(`courses/${sv}:4:10 error S03 minutes: write a whole number`)
  expect(message).toMatch(/facts\.yml:2:\d+ error S03 facts\.0\.certainty/)
  expect(stack).not.toMatch(/^\s+at /m)
})

test('a dev server does not start on courses that do not compile', async () => {
  await edit(sv, 'minutes: 6', 'minutes: six')

  await expect(createServer(config())).rejects.toThrow(/the courses do not compile/)
})

test('a running dev server follows changes, and keeps the last good version through a mistake', async () => {
  const errors: string[] = []
  const server = await createServer(config(errors))
  const title = async () => {
    const module = await server.ssrLoadModule('virtual:catalogue')
    return String(module.catalogue.courses[0].title.sv)
  }
  expect(await title()).toBe('Granska svaret')

  await edit('granska-svaret/sv/course.md', 'title: Granska svaret', 'title: Granska allt')
  await vi.waitFor(async () => expect(await title()).toBe('Granska allt'), { timeout: 10_000, interval: 50 })

  await edit('granska-svaret/sv/course.md', 'title:', 'titel:')
  await vi.waitFor(() => expect(errors.join('\n')).toContain('unknown key "titel"; did you mean title?'), {
    timeout: 10_000,
    interval: 50,
  })
  expect(await title()).toBe('Granska allt')
  await server.close()
})
