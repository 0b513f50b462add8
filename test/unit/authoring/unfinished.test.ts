import { describe, expect, test } from 'vitest'

import { CoursesFolder, en, sv } from './courses.ts'

const first = 'Amira sköter offerter'
const nuts = 'Löftet om nötter, eftersom en allergisk gäst kan bli allvarligt sjuk.'

function spoilt(added: string, file = sv, before = first): CoursesFolder {
  return new CoursesFolder().edit(file, before, added + before)
}

describe('what is not finished is an error where it stands', () => {
  test.each([
    [
      'a merge conflict',
      '<<<<<<< HEAD\nEtt.\n=======\nTvå.\n>>>>>>> main\n\n',
      '<<<<<<< HEAD',
      'S08',
      'keep one version',
    ],
    ['the end of a merge conflict', 'Ett.\n\n>>>>>>> main\n\n', '>>>>>>> main', 'S08', 'keep one version'],
    ['a note to oneself', 'TODO: fråga Eva. ', 'TODO', 'S09', '"TODO" is a note for later'],
    ['a note in a comment', '<!-- FIXME källan -->\n\n', 'FIXME', 'S09', '"FIXME" is a note for later'],
    ['words that only fill', 'Lorem ipsum dolor. ', 'Lorem ipsum', 'S09', 'is a note for later'],
    [
      'a name to fill in',
      'Hej [namn], välkommen. ',
      'Hej [',
      'S09',
      '"[namn]" was to be filled in; write it out, or "\\[namn\\]"',
    ],
    ['a source to fill in', 'Det är så [1]. ', 'Det är så', 'S09', '"[1]" was to be filled in'],
    ['an empty section', '## Tom\n\n<!-- case -->\n\n## Nästa\n\n', '## Tom', 'S48', 'nothing stands under "Tom"'],
    ['an empty part of a section', '### Tom\n\n## Nästa\n\n', '### Tom', 'S48', 'nothing stands under "Tom"'],
    ['a heading without words', '##\n\nText.\n\n', '##\n\nText', 'S48', 'a heading without words'],
    ['a link without text', 'Se [](https://imy.se). ', '[](', 'S47', 'the link to "https://imy.se" has no text'],
    ['a reference without an address', 'Se [råden][imy]. ', 'Se [', 'S47', '"[råden][imy]" is no link'],
    ['a line that is taken for an address', '[Obs]: viktigt\n\n', '[Obs]', 'S31', 'the link "viktigt" leads nowhere'],
    ['a page that does not exist', 'Se [sidan](/sv/om). ', '[sidan]', 'S34', 'the page /sv/om does not exist'],
  ])('%s', (_name, added, at, id, message) => {
    const folder = spoilt(added)
    expect(folder.problems()).toContainEqual(expect.stringContaining(`${folder.at(sv, at)} error ${id} `))
    expect(folder.problems().join('\n')).toContain(message)
  })

  test('the same in YAML, in titles, and in an option', () => {
    expect(new CoursesFolder().edit('facts.yml', 'source: ', 'source: TODO ').problems().join('\n')).toMatch(
      /facts\.yml:\d+:\d+ error S09/,
    )
    expect(new CoursesFolder().edit(sv, nuts, `Löftet till [kund]. ${nuts}`).problems().join('\n')).toContain(
      '"[kund]" was to be filled in',
    )
    expect(
      new CoursesFolder().edit(sv, 'title: Tre frågor', 'title: Tre [namn] frågor').problems().join('\n'),
    ).toContain('error S09 "[namn]"')
  })
})

test('brackets in a quote, in quotation marks, behind a backslash or on the paper to fill in belong to the text', () => {
  for (const added of [
    '> Hej [namn], välkommen.\n\n',
    'Skriv "Hej [namn]". ',
    'Skriv \\[namn\\]. ',
    'Skriv `TODO [namn]`. ',
  ])
    expect(spoilt(added).problems()).toEqual([])
  const artefact = 'granska-svaret/sv/artefact.md'
  const folder = new CoursesFolder()
  expect(folder.write(artefact, `${folder.read(artefact)}\n\nVem: [namn]\n`).problems()).toEqual([])
})

test('a lesson whose other language is still to come is checked as far as one file allows', () => {
  const folder = spoilt('<div>Hej</div>\n\nSe [här](javascript:alert(1)). ').edit(sv, nuts, `${nuts} <b>`).remove(en)
  const problems = folder.problems().join('\n')

  expect(problems).toContain('error S11 lesson three-questions has no file in English')
  for (const found of [
    'S30 HTML is not allowed (<div>)',
    'S31 the link "javascript:alert(1)"',
    'S30 HTML is not allowed (<b>)',
  ])
    expect(problems).toContain(found)
  expect(folder.taught().filter((line) => line.includes(' T05 '))).toEqual([])
})

test('a lesson that is there in English only is checked too, and one pool missing is said once', () => {
  const lesson = new CoursesFolder().edit(en, 'Amira handles', '<i>Amira</i> handles').remove(sv)
  expect(lesson.problems().join('\n')).toContain(`courses/${en}:`)
  expect(lesson.problems().join('\n')).toContain('error S30')

  const pool = new CoursesFolder().remove('granska-svaret/en/badge.md').problems()
  expect(pool.filter((line) => line.includes('badge.md'))).toEqual([expect.stringContaining('error S10')])
})

test('an option that says the same as the right one is an error, whatever its case, marks and full stops', () => {
  const equal = new CoursesFolder().edit(
    sv,
    '- [ ] Tonen i',
    `- [ ] **löftet om nötter**, eftersom en  allergisk gäst kan bli allvarligt sjuk!\n  > Nej, det är samma sak igen och hjälper ingen.\n- [ ] Tonen i`,
  )
  expect(equal.problems().join('\n')).toMatch(/error S49 options \d and \d say the same/)
})

test('words in the heading of a question, which nobody would see, are an error', () => {
  expect(new CoursesFolder().edit(sv, '### Fråga 1', '### Hotellet i Rättvik').problems()).toEqual([
    expect.stringContaining('error S20 "Hotellet i Rättvik" is shown nowhere'),
  ])
})

test('a list in feedback, which would be run together, is an error at its line', () => {
  const feedback = 'Den kan du slipa på sist.'
  const folder = new CoursesFolder().edit(sv, feedback, `${feedback}\n  > - ett\n  > - två`)
  expect(folder.problems()).toEqual([expect.stringMatching(/:\d+:\d+ error S36 "- ett…" would be run together/)])
  expect(folder.problems()[0]).toContain(`courses/${sv}:${folder.at(sv, '- ett').split(':')[1]}:`)
})

test('drafts are shown with what is not finished, which a build refuses', () => {
  const folder = spoilt('TODO. ')
  expect(folder.compile().courses).toEqual([])
  expect(folder.compile(undefined, { draft: true }).courses).toHaveLength(1)
})
