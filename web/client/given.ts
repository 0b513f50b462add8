import type { KeptAnswer } from './kept-answers.ts'

type Given = Pick<KeptAnswer, 'tokens' | 'text' | 'locale' | 'confidence'>

const places = 'select[name^="p."]'

/** What stands in a question's form; undefined while it is not whole, which the server has words for. */
export function readGiven(form: HTMLFormElement, submitter: HTMLElement | null): Given | undefined {
  const typed = form.querySelector<HTMLInputElement>('input[name="t"]')
  if (typed)
    return typed.value.trim() ? { tokens: [], text: typed.value, locale: document.documentElement.lang } : undefined

  const selects = [...form.querySelectorAll<HTMLSelectElement>(places)]
  const chosen = [...form.querySelectorAll<HTMLInputElement>('input[name="o"]:is(:checked, [type="hidden"])')].map(
    (input) => input.value,
  )
  // A button that is an answer by itself.
  if (submitter instanceof HTMLButtonElement && submitter.name) chosen.push(submitter.value)
  const tokens = selects.length > 0 ? inPlaces(selects) : chosen
  return tokens.length > 0 ? { tokens } : undefined
}

/** A select says in which place its item stands, or, where it is a place itself, what stands there. */
export function isPlace(select: HTMLSelectElement): boolean {
  return select.hasAttribute('data-place')
}

/** What stands in each place, in their sequence. */
function inPlaces(selects: HTMLSelectElement[]): string[] {
  const isWhole =
    selects.every((select) => select.value) && new Set(selects.map((s) => s.value)).size === selects.length
  if (!isWhole) return []
  if (selects.every(isPlace)) return selects.map((select) => select.value)
  return selects.toSorted((a, b) => Number(a.value) - Number(b.value)).map((select) => select.name.slice(2))
}

/** Puts an answer that was not sent back into its form. */
export function restoreGiven(form: HTMLFormElement, { tokens, text, confidence = '' }: Given): void {
  const typed = form.querySelector<HTMLInputElement>('input[name="t"]')
  if (typed) typed.value = text ?? ''
  for (const input of form.querySelectorAll<HTMLInputElement>('input:is([name="o"], [name="confidence"])'))
    input.checked = [...tokens, confidence].includes(input.value)
  for (const [i, select] of form.querySelectorAll<HTMLSelectElement>(places).entries())
    select.value = isPlace(select) ? (tokens[i] ?? '') : String(tokens.indexOf(select.name.slice(2)) + 1 || '')
  tellPlaced(form)
}

/** An element that shows what stands in the selects looks again. */
export function tellPlaced(question: HTMLElement): void {
  for (const list of question.querySelectorAll('[data-live]')) list.dispatchEvent(new Event('placed'))
}
