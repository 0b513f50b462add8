import { expect, test } from 'vitest'

import { allWords, en, sv, type WordKey } from '../../support/all-words.ts'

const keys = Object.keys(sv) as WordKey[]

test('nowhere is it said that a team, colleagues or everybody see somebody’s progress: owners and managers do', () => {
  const untrue = {
    sv: /varandras|\b(teamet|kollegor(na)?|alla|medarbetare) (ska |får |kan )?ser?\b(?! (exakt samma|sin|ingenting))/i,
    en: /(?<!nothing of )each other|\b(the team|colleagues|everybody|members) (is to |to |may |can |will )?sees?\b(?! (exactly the same|nothing))/i,
  }
  const found = keys.filter((key) => untrue.sv.test(sv[key]) || untrue.en.test(en[key]))
  expect(found).toEqual([])
  expect(untrue.sv.test('Vilka kurser ska teamet se varandras läge i?')).toBe(true)
  expect(untrue.en.test('For which courses is the team to see how far its members are?')).toBe(true)
})

test('where the courses are chosen, and where the yes is given, the words name who sees', () => {
  for (const key of ['company.courses', 'company.terms.text', 'team.shows', 'company.display-name.hint'] as const) {
    expect(sv[key], key).toMatch(/ägare och chefer/i)
    expect(en[key], key).toMatch(/owners and managers/i)
  }
  for (const key of keys.filter((each) => /^(company|team|seen|join|remove|leave|member|mail)\./.test(each))) {
    expect(`${sv[key]} ${en[key]}`, key).not.toMatch(/samtyck|consent/i)
  }
})

test('one person is one person, two are people, in every message about companies that counts', () => {
  const counting = keys.filter(
    (key) => /^(company|team|seen|join|left|me|leave|remove)\./.test(key) && sv[key].includes('plural'),
  )
  expect(counting).toContain('team.people')
  for (const locale of ['sv', 'en'] as const) {
    const t = allWords(locale)
    for (const key of counting) {
      expect(t(key, { count: 1 }), key).not.toMatch(/\b1 (personer|people|medarbetare|members)\b/)
      expect(t(key, { count: 1 }), key).not.toBe(t(key, { count: 2 }).replace('2', '1'))
    }
  }
})
