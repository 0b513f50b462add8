import { describe, expect, test } from 'vitest'

import { askedPart, foldedPart } from '../../../formats/catalogue/estimate-parts.ts'
import type { Locale } from '../../../formats/locales.ts'
import { TextWithEstimates } from '../../../web/components/estimates.tsx'
import { readGuesses } from '../../../worker/courses/read-guesses.ts'
import { frame, html } from './frame.ts'

const estimate = { id: 'how-long', answer: 38, unit: { sv: 'sekunder', en: 'seconds' } }
const other = { id: 'how-cold', answer: -2, unit: { sv: 'grader', en: 'degrees' } }

function guess(text: string | undefined, locale: Locale = 'sv', answer = 38) {
  return readGuesses([{ ...estimate, answer }], (name) => (name === 'guess-how-long' ? text : undefined), locale)[0]!
}

describe('a guess', () => {
  test.each([
    ['120', 'sv', '120 sekunder'],
    [' 3 900,50 sek ', 'sv', '3\u00A0900,5 sekunder'],
    ['3,900.50 seconds', 'en', '3,900.5 seconds'],
    ['3,900', 'en', '3,900 seconds'],
    ['-4', 'sv', '−4 sekunder'],
    ['0', 'sv', '0 sekunder'],
    ['1000000000000', 'sv', '1\u00A0000\u00A0000\u00A0000\u00A0000 sekunder'],
    ['12 seconds', 'sv', '12 sekunder'],
  ] as const)('"%s" is read by the language of the page (%s)', (text, locale, words) => {
    expect(guess(text, locale)).toMatchObject({ state: 'guessed', own: { words }, answer: { words: /^38/ } })
  })

  test.each([
    ['', { reason: 'empty' }],
    ['   ', { reason: 'empty' }],
    ['länge', { reason: 'number' }],
    ['12 minuter', { reason: 'number' }],
    ['1e3', { reason: 'number' }],
    ['9'.repeat(61), { reason: 'number' }],
    ['3.900', { reason: 'ambiguous', readings: ['3900', '3,9'] }],
  ])('"%s" is sent back with what to mend, and with what was typed', (text, fault) => {
    expect(guess(text)).toMatchObject({ state: 'open', fault, typed: text.slice(0, 60) })
  })

  test('that nobody made has nothing to mend', () => {
    expect(guess(undefined)).toEqual({ id: 'how-long', unit: 'sekunder', typed: '', state: 'open' })
  })

  test.each([
    [120, 38, [0, 100], [0, 31.67]],
    [0, 38, [0, 1], [0, 100]],
    [3, 0, [0, 100], [0, 1]],
    [0, 0, [0, 1], [0, 1]],
    [1e12, 38, [0, 100], [0, 1]],
    [-10, 30, [0, 25], [25, 100]],
    [-10, -40, [75, 100], [0, 100]],
    [-5, 0, [0, 100], [99, 100]],
  ])('%d beside %d stands on one scale that begins at nought', (own, answer, left, right) => {
    const view = guess(String(own), 'sv', answer)
    if (view.state !== 'guessed') throw new Error('it was read')
    const bar = ({ from, to }: { from: number; to: number }) => [from, to].map((n) => Math.round(n * 100) / 100)
    expect([bar(view.own), bar(view.answer)]).toEqual([left, right])
  })
})

const folded = (id: string) => foldedPart(id, { open: 'Läs vidare', answer: 'Svaret' }, `<p>Därför, ${id}.</p>`)
const text = ['how-long', 'how-cold']
  .map((id) => askedPart(id, { title: 'Gissa' }, '<p>Hur?</p>') + folded(id))
  .join('')

function shown(guesses: Record<string, string>, locale: Locale = 'sv') {
  const views = readGuesses([estimate, other], (name) => guesses[name], locale)
  return html(<TextWithEstimates frame={frame()} text={text} guesses={views} address="/sv/courses/c/l" />)
}

describe('the text of a lesson', () => {
  test('asks for a guess by a form that changes nothing, and tells no answer before it', () => {
    const page = shown({})
    expect(page.match(/<form [^>]*>/g)).toEqual([
      '<form class="estimate__form no-print" method="get" action="/sv/courses/c/l#guess-how-long">',
      '<form class="estimate__form no-print" method="get" action="/sv/courses/c/l#guess-how-cold">',
    ])
    expect(page.match(/<details/g)).toHaveLength(2)
    expect(page).not.toContain('estimate__bars')
  })

  test('shows the guess beside the answer, and the section after it alone is unfolded', () => {
    const page = shown({ 'guess-how-long': '120' })
    expect(page).toMatch(/Du gissade[^]*120 sekunder[^]*Svaret[^]*38 sekunder/)
    expect(page.match(/<details[^>]*>/g)).toEqual(['<details class="fold" id="guess-how-cold-fold">'])
    expect(page).toContain('<p>Därför, how-long.</p>')
    expect(page).toContain('href="/sv/courses/c/l#guess-how-long"')
    expect(page).toContain('<input type="hidden" name="guess-how-long" value="120"/>')
  })

  test('keeps the other guess when one is made anew', () => {
    const page = shown({ 'guess-how-long': '120', 'guess-how-cold': '3 grader' })
    expect(page).not.toContain('<details')
    expect(page).toContain('href="/sv/courses/c/l?guess-how-cold=3+grader#guess-how-long"')
  })

  test('shows what was typed as text, whatever that is', () => {
    const page = shown({ 'guess-how-long': '"><img src=x onerror=1>$&' })
    expect(page).toContain('value="&quot;&gt;&lt;img src=x onerror=1&gt;$&amp;"')
    expect(page).not.toContain('<img')
    expect(page).toMatch(/role="alert" id="guess-how-long-error">\s*Vi kan inte läsa talet/)
    expect(page).toContain('aria-describedby="guess-how-long-unit guess-how-long-note guess-how-long-error"')
  })
})
