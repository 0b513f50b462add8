import type { AuthoredQuestion } from '../page-view.ts'
import { element } from './element.ts'
import type { Words } from './words.ts'

/**
 * Each question as its file has it, under the question, or at the end of a page that draws from a pool. The style shows
 * it in the author's view only, but one that a lesson cannot ask yet in both, in its place.
 */
export function showQuestions(questions: readonly AuthoredQuestion[], words: Words): void {
  const practice = document.querySelector('local-practice')
  let above: Element | undefined
  for (const { id, html, figures } of questions) {
    const question = document.querySelector(`[id="q-${CSS.escape(id)}"]`)
    const isHeld = practice !== null && question === null
    const key = element(
      'div',
      { class: isHeld ? 'author-key author-key--held' : 'author-key', 'data-question': id },
      element('p', {}, element('strong', {}, isHeld ? words.held : words.key)),
      ...(figures ? [element('p', {}, figures)] : []),
      bodyOf(html),
    )
    const place = question?.closest('practice-question') ?? question ?? (isHeld ? above : undefined)
    if (place) place.after(key)
    else if (isHeld) practice.prepend(key)
    else document.querySelector('main')?.append(key)
    above = key
  }
}

function bodyOf(html: string): HTMLElement {
  const body = element('div', { class: 'author-key__body' })
  body.innerHTML = html
  // Boxes of a task list, which nobody ticks here, and headings of the file, which are none of this page's.
  for (const box of body.querySelectorAll('input')) box.replaceWith(element('code', {}, box.checked ? '[x]' : '[ ]'))
  return body
}
