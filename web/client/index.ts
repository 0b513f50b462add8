import { CodeWaiting } from './code-waiting.ts'
import { GlossaryTerm } from './glossary-term.ts'
import { keepPlace } from './keep-place.ts'
import { LocalLessons, LocalResume } from './local-overview.ts'
import { LocalPractice } from './local-practice.ts'
import { LocalTakeover } from './local-takeover.ts'
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
customElements.define('local-takeover', LocalTakeover)
customElements.define('theme-choice', ThemeChoice)
customElements.define('glossary-term', GlossaryTerm)
customElements.define('code-waiting', CodeWaiting)

// What a type of question needs comes with the pages that show one, after the question itself, which may put an answer back
// that was not sent. The file is named for the element.
for (const [path, load] of Object.entries(import.meta.glob('../questions/*.element.ts')))
  if (document.querySelector(path.slice('../questions/'.length, -'.element.ts'.length))) void load()

document.addEventListener('click', keepPlace)
document.addEventListener('submit', noteSignOut)
document.addEventListener('submit', pressOnce)
document.addEventListener('submit', standWhenLeft)
document.addEventListener('click', standWhenLeft)
addEventListener('pageshow', pressAgain)
finishSignOut()
