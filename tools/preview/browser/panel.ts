import type { PageView } from '../page-view.ts'
import { element } from './element.ts'
import { showPanel } from './show-panel.ts'
import { placeProblems } from './place-problems.ts'
import { showQuestions } from './show-questions.ts'
import { words } from './words.ts'

/** The author's panel of `npm run dev`. The page loads again after every save, so it is drawn once. */
document.head.append(element('link', { rel: 'stylesheet', href: '/tools/preview/browser/panel.css' }))
// Which words are shown may be a choice of before, which no address has.
const isEasy = document.querySelector('.reading [aria-current]') !== null
const address = `${location.pathname}${isEasy ? '?text=latt' : ''}`
const response = await fetch(`/@preview/page.json?address=${encodeURIComponent(address)}`)
const view = (await response.json()) as PageView
const own = words[view.locale]
if (view.file !== undefined || view.elsewhere.length > 0) {
  showQuestions(view.questions, own)
  const unplaced = placeProblems(view.problems, own)
  showPanel(view, unplaced, own)
}
