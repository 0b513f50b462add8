import type { AuthoredQuestion } from '../page-view.ts'
import { element } from './element.ts'
import type { Words } from './words.ts'

/**
 * Each question as its file has it, under the question, or at the end of a page that draws from a pool. The style shows
 * it in the author's view only.
 */
export function showQuestions(questions: readonly AuthoredQuestion[], words: Words): void {
  for (const { id, html, figures } of questions) {
    const question = document.querySelector(`[id="q-${CSS.escape(id)}"]`)
    const body = element('div', { class: 'author-key__body' })
    body.innerHTML = html
    // Boxes of a task list, which nobody ticks here, and headings of the file, which are none of this page's.
    for (const box of body.querySelectorAll('input')) box.replaceWith(element('code', {}, box.checked ? '[x]' : '[ ]'))
    const key = element(
      'div',
      { class: 'author-key', 'data-question': id },
      element('p', {}, element('strong', {}, words.key)),
      ...(figures ? [element('p', {}, figures)] : []),
      body,
    )
    const place = question?.closest('practice-question') ?? question
    if (place) place.after(key)
    else document.querySelector('main')?.append(key)
  }
}
