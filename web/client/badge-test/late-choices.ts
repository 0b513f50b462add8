import { readTests, writeTests } from './unsent-choices.ts'

/** Says once which choices of this course's tests never got through before the test closed. */
export class LateChoices extends HTMLElement {
  connectedCallback(): void {
    const { course, open } = this.dataset
    const account = document.body.dataset.account ?? ''
    const tests = readTests(account)
    const late = tests.filter((test) => test.course === course && test.attempt !== open)
    if (late.length === 0) return

    this.querySelector('ul')!.replaceChildren(
      ...late.flatMap(({ choices }) => Object.values(choices)).map(({ stem, words }) => lineOf(stem, words)),
    )
    this.hidden = false
    writeTests(
      account,
      tests.filter((test) => !late.includes(test)),
    )
  }
}

function lineOf(stem: string, words: string): HTMLLIElement {
  const line = document.createElement('li')
  const chosen = document.createElement('b')
  chosen.textContent = words
  line.append(`${stem} `, chosen)
  return line
}
