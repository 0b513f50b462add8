import { describe, expect, test } from 'vitest'

import { CoursesFolder, en, firstCourseFolder, sv } from '../courses.ts'

const course = () => new CoursesFolder(firstCourseFolder)

describe('figures of a whole text', () => {
  /** The text between the first heading and the block to do, replaced. */
  const withText = (text: string, file = sv) => {
    const folder = course()
    const before = folder.read(file)
    const [start, end] = [/## (?:Det låter|Sounds good)/, /## (?:Gör nu|Do it now)/].map((pattern) =>
      before.search(pattern),
    )
    return folder
      .write(file, `${before.slice(0, start)}## En\n\nVad gör du?\n\n${text}\n\n${before.slice(end!)}`)
      .taught()
  }
  const about = (id: string, problems: string[]) => problems.filter((problem) => problem.includes(` ${id} `))
  const sentences = (one: string, count: number) => `${one} `.repeat(count).trim()

  test('hard Swedish is a warning, very hard an error, and choppy Swedish a warning', () => {
    expect(
      about(
        'T01',
        withText(sentences('Organisationens dokumentationsansvar förutsätter kontinuerlig uppföljning.', 60)),
      )[0],
    ).toContain('error T01')
    expect(
      about('T01', withText(sentences('Du ska gå till kontoret och läsa rapporten med kollegan.', 90)))[0],
    ).toContain('warning T01 LIX is ')
    expect(about('T01', withText(sentences('Du går. Du ser. Du vet.', 60)))[0]).toContain('warning T01 LIX is')
  })

  test('a lesson about law may be harder', () => {
    const folder = course().edit(sv, 'review_by: 2027-05-01', 'review_by: 2027-05-01\ntags: [law]')
    expect(about('T02', folder.taught())).toEqual([])
    const start = folder.read(sv).indexOf('## Det låter')
    const hard = sentences('Organisationens dokumentationsansvar förutsätter kontinuerlig uppföljning.', 60)
    folder.write(sv, `${folder.read(sv).slice(0, start)}## En\n\n${hard}\n\n${folder.read(sv).slice(start)}`)
    expect(about('T02', folder.taught())[0]).toContain('error T02')
  })

  test('hard English is a warning', () => {
    expect(
      about(
        'T03',
        withText(sentences('Organisational accountability necessitates comprehensive documentation.', 60), en),
      )[0],
    ).toContain('warning T03')
  })

  test('long sentences on average are a warning', () => {
    const long = `Du ${'går nu hem '.repeat(6)}och ser.`
    expect(about('T04', withText(sentences(long, 20)))[0]).toContain('words on average; at most 14')
  })

  test('a text that speaks to nobody is a warning', () => {
    expect(about('T06', withText(sentences('Man går till jobbet och ser vad som har hänt.', 150)))[0]).toContain(
      'warning T06',
    )
  })

  test('a text in the passive is a warning, and the active one is none', () => {
    expect(about('T08', withText(sentences('Texten ska granskas av dig. Sedan går du hem.', 40)))[0]).toContain(
      '"ska granskas"',
    )
    expect(about('T08', withText(sentences('Du ska granska texten. Sedan går du hem.', 40)))).toEqual([])
  })

  test('an explanation before any question is a warning', () => {
    const folder = course()
    const text = folder.read(sv)
    const end = text.indexOf('## Varför felet')
    folder.write(sv, text.slice(0, end).replaceAll('?', '.') + text.slice(end))
    expect(about('L12', folder.taught())[0]).toContain('warning L12')
  })

  test('a lesson that takes eight minutes is an error, and a course of six hours a warning', () => {
    const long = withText(sentences('Du går hem nu.', 300))
    expect(about('L03', long)[0]).toContain('error L03 the lesson takes')
    expect(about('L04', course().edit(sv, 'minutes: 6', 'minutes: 360').taught())[0]).toContain('warning L04')
  })
})
