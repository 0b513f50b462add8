import { forgetOthers, isSignedIn, readOffered, readUnsent } from './browser-store.ts'
import { GlossaryTerm } from './glossary-term.ts'
import { keepPlace } from './keep-place.ts'
import { LocalLessons, LocalResume } from './local-overview.ts'
import { LocalPractice } from './local-practice.ts'
import { PracticeQuestion } from './practice-question.ts'
import { finishSignOut, noteSignOut } from './sign-out.ts'
import { pressAgain, pressOnce } from './press-once.ts'
import { standWhenLeft } from './stand-on-page.ts'
import { ThemeChoice } from './theme-choice.ts'

document.documentElement.dataset.script = 'yes'
customElements.define('practice-question', PracticeQuestion)
customElements.define('local-practice', LocalPractice)
customElements.define('local-lessons', LocalLessons)
customElements.define('local-resume', LocalResume)
customElements.define('theme-choice', ThemeChoice)
customElements.define('glossary-term', GlossaryTerm)

// What few pages show comes with those pages, after the question itself, which may put an answer back that was not sent.
// The file is named for the element.
for (const [path, load] of Object.entries(import.meta.glob(['../questions/*.element.ts', './*.element.ts'])))
  if (document.querySelector(path.split('/').at(-1)!.slice(0, -'.element.ts'.length))) void load()

if (isSignedIn()) {
  forgetOthers()
  // Nearly always this browser holds nothing that could be taken over or sent.
  if (readOffered().length > 0 || readUnsent().length > 0) void import('./local-takeover.ts')
}

document.addEventListener('click', keepPlace)
document.addEventListener('submit', noteSignOut)
document.addEventListener('submit', pressOnce)
document.addEventListener('submit', standWhenLeft)
document.addEventListener('click', standWhenLeft)
addEventListener('pageshow', pressAgain)
finishSignOut()

// For the scripts of pages that have one more: what both import would be a file of its own, on every page.
export { isPlace, tellPlaced } from './given.ts'
