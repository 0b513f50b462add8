import { element } from './element.ts'
import type { Words } from './words.ts'

const kept = 'navet.author-view'

/** Learner's or author's view; the choice outlives the loads after each save. */
export function viewSwitch(words: Words): HTMLElement {
  const radios = (['learner', 'author'] as const).map((view) => {
    const radio = element('input', { type: 'radio', name: 'author-view', value: view })
    radio.checked = (sessionStorage.getItem(kept) ?? 'learner') === view
    radio.addEventListener('change', () => choose(view))
    if (radio.checked) choose(view)
    return element('label', {}, radio, ` ${words[view]}`)
  })
  return element('fieldset', {}, element('legend', {}, words.view), ...radios)
}

function choose(view: string): void {
  sessionStorage.setItem(kept, view)
  document.documentElement.dataset.authorView = view
}
