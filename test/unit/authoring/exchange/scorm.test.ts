import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'

import { compileCourses } from '../../../../tools/authoring/compile/compile.ts'
import { readCourses } from '../../../../tools/authoring/files/read-courses.ts'
import {
  longestRemembered,
  mostRemembered,
  type Progress,
  recalled,
  remembered,
  scoreOf,
  statusOf,
  withAnswer,
} from '../../../../tools/authoring/commands/export/player/progress.ts'
import { scormManifest } from '../../../../tools/authoring/commands/export/scorm-manifest.ts'
import { scormPackage } from '../../../../tools/authoring/commands/export/scorm.ts'
import type { Course, CourseSummary, Question } from '../../../../formats/catalogue/catalogue.ts'

const schemas = join(import.meta.dirname, '../../../fixtures/scorm-1.2')

function schema(fileName: string) {
  const contents = readFileSync(join(schemas, fileName), 'utf8')
  // Of 2001: the names of XML itself are no default, says whoever reads it today.
  return { fileName, contents: contents.replace(/(<xsd:schema) xmlns="http:\/\/www\.w3\.org\/XML[^"]*"/, '$1') }
}

async function faultsOf(manifest: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'imsmanifest.xml', contents: manifest }],
    schema: [schema('adlcp_rootv1p2.xsd')],
    preload: ['imscp_rootv1p1p2.xsd', 'ims_xml.xsd'].map(schema),
  })
  return errors.map(({ message }) => message)
}

let summary: CourseSummary
let course: Course
let files: Record<string, Uint8Array>

beforeAll(async () => {
  const { courses, summaries, images } = compileCourses(await readCourses('courses', ''))
  summary = summaries.find(({ id }) => id === 'granska-svaret')!
  course = courses.find(({ id }) => id === 'granska-svaret')!
  const shown = images.filter(({ address }) => address.startsWith('/assets/courses/granska-svaret/'))
  files = unzipSync(await scormPackage({ summary, course, images: shown, locale: 'en' }))
}, 60_000)

describe('a package for learning platforms', () => {
  test('has a manifest that is valid, and lists every file it holds', async () => {
    const manifest = strFromU8(files['imsmanifest.xml']!)
    expect(await faultsOf(manifest)).toEqual([])
    const listed = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, file]) => file)
    expect(['imsmanifest.xml', ...listed].sort()).toEqual(Object.keys(files).sort())
  })

  test('is told of when its manifest is not valid: the schemas do look', async () => {
    const manifest = strFromU8(files['imsmanifest.xml']!)
    expect(await faultsOf(manifest.replace('scormtype="sco"', 'scormtype="game"'))).not.toEqual([])
    expect(await faultsOf(manifest.replace(/<organizations[\s\S]*<\/organizations>/, ''))).not.toEqual([])
    expect(await faultsOf(manifest.replace('identifierref="player"', ''))).toEqual([])
  })

  test('is valid whatever a course is called', async () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(name, async (title) => {
        const plain = title.replaceAll(/\p{Cc}/gu, ' ')
        expect(
          await faultsOf(scormManifest({ ...summary, title: plain, locale: 'sv', files: ['index.html'] })),
        ).toEqual([])
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  test('holds every practice question with its key, and nothing of the pool of the badge test', () => {
    const script = strFromU8(files['player.js']!)
    for (const { id } of course.lessons.flatMap(({ questions }) => questions)) expect(script).toContain(id)
    expect(course.pool.length).toBeGreaterThan(19)
    for (const { id, text } of course.pool) {
      expect(script).not.toContain(id)
      expect(script).not.toContain(JSON.stringify(text.en.stem).slice(1, -1))
    }
  })

  test('has no inline code or style, and makes none as it runs', () => {
    const page = strFromU8(files['index.html']!)
    expect(page).not.toMatch(/<script>|<style|\son\w+=|\sstyle=/)
    const script = strFromU8(files['player.js']!)
    expect(script).not.toMatch(/\beval\(|new Function/)
    // Where a source can be opened is told to whoever reads; nothing is loaded from there.
    const unsourced = script.replaceAll(/<section class=\\?"sources[^]*?<\/section>/g, '')
    expect(unsourced).not.toMatch(/https?:\/\/(?!www\.w3\.org|json-schema\.org)/)
    expect(script).not.toMatch(/(?:src|srcset|action|data)=\\?"https?:/)
  })

  test('says whose work it holds', () => {
    expect(strFromU8(files['licences.txt']!)).toContain('intl-messageformat')
  })
})

describe('what a platform keeps', () => {
  const asked = ['first', 'second', 'third'].map((id) => ({ id, keyHash: `${id}-of-a-key` }))

  test('is the share that was right at the first answer, and completed when all are answered, right or wrong', () => {
    let progress = withAnswer(new Map(), 'first', [0], true)
    expect([statusOf(progress, asked, 'incomplete'), scoreOf(progress, asked)]).toEqual(['incomplete', 33])
    progress = withAnswer(progress, 'second', 'fel', false)
    progress = withAnswer(progress, 'second', 'rätt', true)
    progress = withAnswer(progress, 'third', [1], false)
    expect([statusOf(progress, asked, 'incomplete'), scoreOf(progress, asked)]).toEqual(['completed', 33])
    expect(progress.get('second')).toEqual({ isFirstRight: false, chosen: 'rätt' })
    expect([statusOf(new Map(), [], 'not attempted'), scoreOf(new Map(), [])]).toEqual(['completed', 0])
  })

  test('stays completed when the course has grown since', () => {
    expect(statusOf(new Map(), asked, 'completed')).toBe('completed')
    expect(statusOf(new Map(), asked, 'passed')).toBe('completed')
    expect(statusOf(new Map(), asked, 'failed')).toBe('incomplete')
  })

  test('comes back as it was, and never takes more room than was reckoned with', () => {
    const chosen = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.nat(15), { minLength: 1, maxLength: 16 }),
    )
    fc.assert(
      fc.property(fc.array(fc.record({ chosen, isRight: fc.boolean() }), { maxLength: 3 }), (answers) => {
        const progress = answers.reduce(
          (before, { chosen, isRight }, i) => withAnswer(before, asked[i]!.id, chosen, isRight),
          new Map() as Progress,
        )
        const text = remembered(progress, asked)
        expect(text.length).toBeLessThanOrEqual(longestRemembered(asked))
        const again = recalled(text, asked)
        expect([...again.keys()].sort()).toEqual([...progress.keys()].sort())
        for (const [id, { isFirstRight, chosen }] of again) {
          const before = progress.get(id)!
          expect(isFirstRight).toBe(before.isFirstRight)
          if (chosen !== undefined || Array.isArray(before.chosen)) expect(chosen).toEqual(before.chosen)
          else expect(JSON.stringify(before.chosen).length).toBeGreaterThan(60)
        }
      }),
    )
  })

  test('counts what was answered before the key changed, and shows the question anew', () => {
    const text = remembered(withAnswer(new Map(), 'first', [0], true), asked)
    const changed = [{ id: 'first', keyHash: 'another-key' }, asked[1]!]
    expect(recalled(text, changed)).toEqual(new Map([['first', { isFirstRight: true, chosen: undefined }]]))
    expect(recalled(text, [asked[1]!]).size).toBe(0)
  })

  test('is refused for a course with more questions than SCORM 1.2 can remember', async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ ...course.lessons[0]!.questions[0]!, id: `question-${i}` }))
    const lessons = [{ ...course.lessons[0]!, questions: many }]
    expect(longestRemembered(many)).toBeGreaterThan(mostRemembered)
    await expect(scormPackage({ summary, course: { ...course, lessons }, images: [], locale: 'sv' })).rejects.toThrow(
      'the course is too long for one package',
    )
  })
})

test('a picture of a lesson lies in the package, and the lesson shows it from there', async () => {
  const [first] = course.lessons
  const address = '/assets/courses/granska-svaret/map-0123456789.svg'
  const body = { sv: `<img alt="En karta" src="${address}">`, en: `<img alt="A map" src="${address}">` }
  const bytes = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
  const lessons = [{ ...first!, body }]
  const taught = { summary, course: { ...course, lessons }, images: [{ address, bytes }], locale: 'sv' as const }
  const made = unzipSync(await scormPackage(taught))
  expect(made[address.slice(1)]).toEqual(bytes)
  expect(strFromU8(made['imsmanifest.xml']!)).toContain(`<file href="${address.slice(1)}"/>`)
  expect(strFromU8(made['player.js']!)).toContain(`src="${address.slice(1)}"`)
})

test('a picture, and a link, within a question are those of the package', async () => {
  const [first] = course.lessons
  const address = '/assets/courses/granska-svaret/map-0123456789.svg'
  const [question] = first!.questions
  const stem = `<img alt="En karta" src="${address}"> <a href="/sv/me">Min sida</a>`
  const asked = {
    ...question!,
    hints: { sv: [stem], en: [stem] },
    text: { sv: { ...question!.text.sv, stem }, en: { ...question!.text.en, stem } },
  }
  const lessons = [{ ...first!, body: { sv: '', en: '' }, questions: [asked as Question] }]
  const bytes = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
  const made = unzipSync(
    await scormPackage({ summary, course: { ...course, lessons }, images: [{ address, bytes }], locale: 'sv' }),
  )
  const script = strFromU8(made['player.js']!)
  expect(script).toContain(`src=\\"${address.slice(1)}\\"> Min sida`.replaceAll('\\', ''))
  expect(script).not.toMatch(/src=\\?"\/assets|href=\\?"\/sv\/me/)
})
