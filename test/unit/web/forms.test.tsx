import { expect, test } from 'vitest'

import { ErrorSummary } from '../../../web/components/error-summary.tsx'
import { Field } from '../../../web/components/field.tsx'
import { html } from './frame.ts'

test('a field keeps what was typed, and its hint and error are tied to it', () => {
  const shown = html(<Field name="email" label="E-post" hint="Jobbets." error="Skriv en hel adress." value={'a"b'} />)
  expect(shown).toContain('<label for="email">E-post</label>')
  expect(shown).toContain('value="a&quot;b"')
  expect(shown).toContain('aria-describedby="email-hint email-error"')
  expect(shown).toContain('aria-invalid="true"')
  expect(shown).toContain('id="email-error"')
})

test('a field with nothing wrong does not say that there is', () => {
  const shown = html(<Field name="email" label="E-post" />)
  expect(shown).not.toContain('aria-')
})

test('the summary of errors leads to each field and takes the focus', () => {
  const shown = html(<ErrorSummary title="Något saknas." faults={[{ field: 'name', text: 'Namn: fyll i det.' }]} />)
  expect(shown).toContain('<a href="#name">Namn: fyll i det.</a>')
  expect(shown).toMatch(/role="alert" tabindex="-1" autofocus/)
})

test('without errors there is no summary', () => {
  expect(html(<ErrorSummary title="Något saknas." faults={[]} />)).toBe('')
})
