import { isPlace, tellPlaced } from '../index.ts'

type Field = [string, string]

/** The question's fields as the form would send them; with nothing chosen a blank one, which says just that. */
export function fieldsOf(question: HTMLElement): Field[] {
  const form = question.closest('form')!
  const id = idOf(question)
  const names = new RegExp(`^[qtp]\\.${id.replaceAll(/[^\w-]/g, '\\$&')}(\\.|$)`)
  const fields = [...new FormData(form)].filter(
    (field): field is Field => typeof field[1] === 'string' && names.test(field[0]),
  )
  return fields.length > 0 ? fields : [[`q.${id}`, '']]
}

export function idOf(question: HTMLElement): string {
  return question.id.slice(2)
}

/** What the server has of the question, as the page knows it. */
export function wasOf(question: HTMLElement): string {
  return question.querySelector<HTMLInputElement>('[name^="w."]')?.value ?? ''
}

/** Once these fields are saved, they are what the server has. Written as the page writes it. */
export function noteSaved(question: HTMLElement, fields: readonly Field[]): void {
  const texts = fields.flatMap(([name, value]) => {
    const text = value.trim()
    return text && name.startsWith('p.') ? [`${name.split('.').at(-1)}=${text}`] : text || []
  })
  question.querySelector<HTMLInputElement>('[name^="w."]')!.value = texts.toSorted().join(' ')
}

/** Puts fields back as they were sent. */
export function restoreFields(question: HTMLElement, fields: readonly Field[]): void {
  const values = (name: string) => fields.filter(([own]) => own === name).map(([, value]) => value)
  for (const input of question.querySelectorAll<HTMLInputElement>('[name^="q."]'))
    input.checked = values(input.name).includes(input.value)
  for (const input of question.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name^="t."], [name^="p."]'))
    input.value = values(input.name)[0] ?? ''
  tellPlaced(question)
}

export function stemOf(question: HTMLElement): string {
  return question.querySelector('legend')?.textContent.trim() ?? ''
}

/** What is chosen or typed, in words. */
export function wordsOf(question: HTMLElement): string {
  const picked = [...question.querySelectorAll('.pick:has(:checked)')].map((pick) => pick.textContent.trim())
  const typed = question.querySelector<HTMLInputElement>('[name^="t."]')?.value ?? ''
  const placed = [...question.querySelectorAll<HTMLSelectElement>('select[name^="p."]')].flatMap((select) => {
    const [label, chosen] = [select.labels[0]?.textContent.trim() ?? '', select.selectedOptions[0]?.textContent.trim()]
    if (!select.value) return []
    return [isPlace(select) ? `${label}: ${chosen ?? ''}` : `${select.value}. ${label}`]
  })
  return [...picked, ...placed, typed].filter(Boolean).join(' · ')
}
