import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

import { expect, test } from 'vitest'

import { sources } from '../../tools/start/build-if-needed.ts'

const worker = join(import.meta.dirname, '../../worker')
/** A feature may know those to its right. Joining a company asks what was begun earlier, so companies know progress. */
const order = [
  'account-mergers',
  'reports',
  'learning',
  'quizzes',
  'remarks',
  'credentials',
  'badges',
  'companies',
  'progress',
  'courses',
  'questions',
  'accounts',
]
const files = readdirSync(worker, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))

/** Files of the worker that a file imports, types included, as paths in worker/. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(worker, file), 'utf8')
  return [...text.matchAll(/ from '(\.[^']+)'/g)]
    .map(([, path]) => normalize(join(dirname(file), path!)))
    .filter((path) => !path.startsWith('..'))
}

function featureOf(file: string): string {
  return file.split('/')[0]!
}

test('a feature knows only the features to its right', () => {
  const against = files
    .filter((file) => order.includes(featureOf(file)))
    .flatMap((file) => importsOf(file).map((path) => ({ file, path })))
    .filter(({ path }) => order.includes(featureOf(path)))
    .filter(({ file, path }) => order.indexOf(featureOf(path)) < order.indexOf(featureOf(file)))
    .map(({ file, path }) => `${file} → ${path}`)
  expect(against).toEqual([])
})

test('whatever a build is made of is looked at when it is asked whether it is still the newest', () => {
  const root = join(worker, '..')
  const isSource = (file: string) => sources.some((source) => file === source || file.startsWith(`${source}/`))
  const against = sources
    .filter((source) => !/\.|^courses$|^migrations$/.test(source))
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
    )
    // Programs make no part of it.
    .filter((file) => /\.tsx?$/.test(file) && !/^tools\/(authoring\/commands|supplies\/main)/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      return [...text.matchAll(/(?:from|import)\(? ?'(\.[^'*$]+)'/g)].map(([, path]) => ({
        file,
        path: normalize(join(dirname(file), path!)),
      }))
    })
    .filter(({ path }) => !isSource(path))
    .map(({ file, path }) => `${file} → ${path}`)
  expect(against).toEqual([])
})

test('no file knows itself by way of others, types included', () => {
  const root = join(worker, '..')
  const all = ['formats', 'region', 'worker', 'web', 'tools']
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
    )
    .filter((file) => /\.tsx?$/.test(file))
  const known = new Map(
    all.map((file) => [file, importsIn(join(root, file), file).filter((path) => all.includes(path))]),
  )
  // Whoever imports nothing that is left is in no circle; what is left at the end is.
  let left = new Set(all)
  for (let before = 0; before !== left.size;) {
    before = left.size
    left = new Set([...left].filter((file) => known.get(file)!.some((path) => left.has(path))))
  }
  const inCircle = [...left].filter((file) => all.some((other) => left.has(other) && known.get(other)!.includes(file)))
  expect(inCircle).toEqual([])
})

function importsIn(path: string, file: string): string[] {
  const text = readFileSync(path, 'utf8')
  return [...text.matchAll(/(?: from |\bimport\()'(\.[^']+)'/g)].map(([, to]) => normalize(join(dirname(file), to!)))
}

test('rules know only rules and types', () => {
  const against = files
    .filter((file) => file.endsWith('/rules.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(worker, file), 'utf8')
      return [...text.matchAll(/^import (?!type )[^']* from '([^']+)'/gm)].map(([, path]) => `${file} → ${path}`)
    })
    .filter((line) => !line.endsWith('rules.ts'))
  expect(against).toEqual([])
})

test('the test sees every feature there is', () => {
  const folders = readdirSync(worker, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  expect(folders.filter((name) => !order.includes(name)).sort()).toEqual([
    'db',
    'dev',
    'health',
    'http',
    'kept-forms',
    'mail',
    'papers',
    'retention',
  ])
})

/** Tables by the name of their variable, and by the name that raw SQL calls them. */
function tablesIn(): Map<string, string> {
  const schema = readdirSync(join(worker, 'db/schema')).map((file) =>
    readFileSync(join(worker, 'db/schema', file), 'utf8'),
  )
  return new Map(
    schema.flatMap((text) =>
      [...text.matchAll(/export const (\w+) = sqliteTable\(\s*'(\w+)'/g)].map(([, variable, name]) => [
        variable!,
        name!,
      ]),
    ),
  )
}

test('a table is written by the stores of one feature alone', () => {
  const tables = tablesIn()
  const named = new Map([...tables].map(([variable, name]) => [name, variable]))
  const writers = new Map<string, Set<string>>()
  for (const file of files.filter((each) => !each.startsWith('db/'))) {
    const text = readFileSync(join(worker, file), 'utf8')
    const drizzle = [...text.matchAll(/\.(?:insert|update|delete)\((\w+)\)/g)].map(([, variable]) => variable!)
    const raw = [...text.matchAll(/\b(?:insert(?: or \w+)? into|update|delete from) (?:\$\{(\w+)\}|(\w+))/g)].map(
      ([, variable, name]) => variable ?? named.get(name!) ?? '',
    )
    for (const table of [...drizzle, ...raw].filter((variable) => tables.has(variable)))
      writers.set(table, (writers.get(table) ?? new Set()).add(file.endsWith('store.ts') ? featureOf(file) : file))
  }
  expect(tables.size).toBeGreaterThan(20)
  expect([...writers].filter(([, from]) => from.size > 1).map(([table, from]) => [table, ...from])).toEqual([])
  expect([...writers.values()].flatMap((from) => [...from]).filter((from) => from.includes('.'))).toEqual([])
})

test('nobody says what is in a row: the columns do, so that a renamed one does not compile', () => {
  const raw = /\.(all|get|values)<|[dD]b\s*\.(all|get|values)\(/
  // There the type comes from the query whose rows they are.
  expect(files.filter((file) => raw.test(readFileSync(join(worker, file), 'utf8')))).toEqual(['db/plain-rows.ts'])
})

/** The walk of a course from the command to the problems it finds; a room knows those to its right. */
const authoringRooms = [
  'commands',
  'live',
  'compile',
  'measurement',
  'spelling',
  'teaching',
  'written',
  'questions',
  'markdown',
  'files',
  'language',
  'problems',
]

test('a room of the compiler knows only the rooms to its right', () => {
  const authoring = join(worker, '../tools/authoring')
  const rooms = readdirSync(authoring, { withFileTypes: true })
  expect(rooms.filter((entry) => !entry.isDirectory()).map(({ name }) => name)).toEqual([])
  expect(rooms.map(({ name }) => name).sort()).toEqual(authoringRooms.toSorted())
  const against = readdirSync(authoring, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => importsIn(join(authoring, file), file).map((path) => ({ file, path })))
    .filter(({ path }) => authoringRooms.includes(featureOf(path)))
    .filter(({ file, path }) => authoringRooms.indexOf(featureOf(path)) < authoringRooms.indexOf(featureOf(file)))
    .map(({ file, path }) => `${file} → ${path}`)
  expect(against).toEqual([])
})

test('what the region is called stands in region/ alone', () => {
  const root = join(worker, '..')
  const against = ['formats', 'worker', 'web', 'tools', 'migrations']
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
    )
    .filter((file) => /\.(tsx?|css|sql)$/.test(file))
    .filter((file) => /dalarna|SE-W|landskap/i.test(readFileSync(join(root, file), 'utf8')))
  expect(against).toEqual([])
})

test('pages know only types of the worker; formats and the region know neither', () => {
  const root = join(worker, '..')
  const filesOf = (room: string) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(room, file))
  const values = (file: string) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/^(?:import|export) (?!type )[^']*? from '(\.[^']+)'/gm)].map(
      ([, to]) => normalize(join(dirname(file), to!)),
    )
  const all = (file: string) => importsIn(join(root, file), file)
  const into = (room: string) => (path: string) => path.startsWith(`${room}/`)
  expect(
    filesOf('web').flatMap((file) =>
      values(file)
        .filter(into('worker'))
        .map((to) => `${file} → ${to}`),
    ),
  ).toEqual([])
  expect(
    [...filesOf('formats'), ...filesOf('region')].flatMap((file) =>
      all(file)
        .filter((to) => ['worker', 'web', 'tools'].some((room) => into(room)(to)))
        // What a type of question is made of stands with its rules; the catalogue names their union.
        .filter((to) => to !== 'worker/questions/registry.ts')
        .map((to) => `${file} → ${to}`),
    ),
  ).toEqual([])
})

test('what comes back from a batch is called by its name, not by its place', () => {
  const byPlace = /const \[\s*,.*\] = await \w+\.batch\(|results\[\d\]/
  const against = files.filter((file) =>
    byPlace.test(readFileSync(join(worker, file), 'utf8').replaceAll(/\n\s+/g, ' ')),
  )
  expect(against.filter((file) => !file.startsWith('db/'))).toEqual([])
})

test('files stay small: half of them under 60 lines, nine in ten under 150, none over 300', () => {
  for (const room of ['worker', 'web', 'tools']) {
    const folder = join(worker, '..', room)
    const lines = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8').split('\n').length - 1)
      .sort((a, b) => a - b)
    const at = (share: number) => lines[Math.floor((lines.length - 1) * share)]!
    expect([room, at(0.5) <= 60, at(0.9) <= 150, at(1) <= 300]).toEqual([room, true, true, true])
  }
})
