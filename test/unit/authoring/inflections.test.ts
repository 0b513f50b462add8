import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { isFormOf } from '../../../tools/authoring/language/inflections.ts'

const swedish = [
  [
    'språkmodell',
    'språkmodell språkmodellen språkmodellens språkmodeller språkmodellerna språkmodellernas Språkmodell',
  ],
  ['AI-tjänst', 'AI-tjänst AI-tjänsten AI-tjänster AI-tjänsternas ai-tjänst'],
  ['källa', 'källa källan källans källor källorna Källa'],
  ['instruktion', 'instruktion instruktionen instruktioner instruktionernas'],
  ['chattbot', 'chattbot chattboten chattbotten chattbotar chattbottar chattbottarna'],
  ['nätfiske', 'nätfiske nätfisket nätfiskets'],
  ['tillhandahållare', 'tillhandahållare tillhandahållaren tillhandahållarna tillhandahållares'],
  ['verktyg', 'verktyg verktyget verktygen verktygens'],
  ['regel', 'regel regeln regler reglerna'],
  ['nyckel', 'nyckel nyckeln nycklar nycklarnas'],
  ['mönster', 'mönster mönstret mönstren'],
  ['program', 'program programmet programmen programs'],
  ['AI', 'AI AI:n AI:ns AI:s'],
] as const

describe('Swedish', () => {
  test.each(swedish)('%s is found in each of its forms', (term, forms) => {
    expect(forms.split(' ').filter((form) => !isFormOf(form, term, 'sv'))).toEqual([])
  })

  test.each([
    ['språkmodell', 'språkmodellföretag'],
    ['språkmodell', 'modell'],
    ['källa', 'källare'],
    ['källa', 'käll'],
    ['instruktion', 'instruktiv'],
    ['AI-tjänst', 'tjänst'],
    ['AI', 'AIK'],
  ])('%s is not %s', (term, word) => {
    expect(isFormOf(word, term, 'sv')).toBe(false)
  })
})

describe('English', () => {
  test.each([
    ['language model', 'language model|language models|Language model’s|language\nmodels'],
    ['source', 'source|sources|source’s'],
    ['AI literacy', 'AI literacy'],
    ['policy', 'policy|policies'],
  ])('%s is found in each of its forms', (term, forms) => {
    expect(forms.split('|').filter((form) => !isFormOf(form, term, 'en'))).toEqual([])
  })

  test.each([
    ['prompt', 'promptly'],
    ['prompt', 'prompted'],
    ['source', 'resource'],
  ])('%s is not %s', (term, word) => {
    expect(isFormOf(word, term, 'en')).toBe(false)
  })
})

test('whatever a term is, it is a form of itself, and a longer word is not', () => {
  const word = fc.stringMatching(/^[a-zåäöA-ZÅÄÖ(.*+?[\\|^$-]{1,12}$/)
  fc.assert(
    fc.property(word, fc.constantFrom('sv', 'en'), (term, locale) => {
      expect(isFormOf(term, term, locale)).toBe(true)
      expect(isFormOf(`${term}qwx`, term, locale)).toBe(false)
    }),
  )
})
