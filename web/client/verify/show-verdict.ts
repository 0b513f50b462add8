import {
  type FileFault,
  fileFaults,
  type Finding,
  outcomeOf,
  outcomeOfAll,
  type Question,
  type Verdict,
} from './verdict.ts'
import { fill, inWords, readWords } from './words.ts'

/** Puts the answer in words into `place`. Everything that comes from the file goes in as text. */
export function showVerdict(place: Element, verdict: Verdict | { fault: FileFault }): void {
  const words = readWords()
  if ('fault' in verdict) {
    place.replaceChildren(headline(fileFaults[verdict.fault], words.fault[verdict.fault]))
    return
  }
  const all = outcomeOfAll(verdict)
  const list = element('ol', 'checks')
  list.append(answer('intact', verdict.intact), answer('issuer', verdict.issuer), answer('validity', verdict.validity))
  place.replaceChildren(headline(all, words.all[all]), element('p', 'measure', saysOf(verdict)), list)
}

/** A name that an issuer gives itself is told as its own claim, and so is the holder's. */
function saysOf(verdict: Verdict): string {
  const words = readWords()
  const { name, issuer, holder, day, isPresented } = verdict.says
  const isKnown = outcomeOf('issuer', verdict.issuer) === 'yes'
  const known = holder ? words.saysHolder : words.says
  const stranger = holder ? words.saysStrangerHolder : words.saysStranger
  const says = fill(isKnown ? known : stranger, { name, issuer, holder, day: inWords(day) })
  return isPresented ? `${says} ${words.presented}` : says
}

export function showText(place: Element, text: string): void {
  place.replaceChildren(element('p', 'headline', text))
}

function headline(outcome: string, text: string): Element {
  const line = element('p', 'headline', text)
  line.dataset.outcome = outcome
  return line
}

function answer<Q extends Question>(question: Q, finding: Finding<Q>): Element {
  const words = readWords()
  const reason = String(finding.reason)
  const text = fill(words.found[reason] ?? reason, { detail: detailOf(reason, finding.detail) })
  const item = element('li')
  const body = element('div')
  const outcome = outcomeOf(question, finding)
  item.dataset.outcome = outcome
  body.append(element('b', '', `${words.question[question]}: ${words.outcome[outcome]}`), element('p', '', text))
  item.append(body)
  return item
}

const dayReasons = new Set(['expired', 'not-yet', 'replaced', 'proof-expired'])

function detailOf(reason: string, detail: string): string {
  if (reason === 'valid' || reason === 'list-old') return inWords(detail, true)
  return dayReasons.has(reason) ? inWords(detail) : detail
}

function element(name: string, className = '', text = ''): HTMLElement {
  const made = document.createElement(name)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}
