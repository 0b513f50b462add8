import { type KeptAnswer, parseAnswers, withAnswer } from './kept-answers.ts'

const keptName = 'navet.answers'

export function isSignedIn(): boolean {
  return document.body.dataset.signedIn === 'yes'
}

/** Who is signed in, as the page says it: unsent answers of one person are never sent as another. */
export function account(): string {
  return document.body.dataset.account ?? ''
}

export function readKept(): KeptAnswer[] {
  return read(keptName)
}

export function keep(answer: KeptAnswer): void {
  write(keptName, withAnswer(readKept(), answer))
}

export function forgetKept(): void {
  write(keptName, [])
}

export function readUnsent(): KeptAnswer[] {
  return read(`navet.unsent.${account()}`)
}

export function writeUnsent(answers: KeptAnswer[]): void {
  write(`navet.unsent.${account()}`, answers)
}

/** Storage may be switched off or full: then nothing is kept, and the page works all the same. */
function read(name: string): KeptAnswer[] {
  try {
    return parseAnswers(localStorage.getItem(name))
  } catch {
    return []
  }
}

function write(name: string, answers: KeptAnswer[]): void {
  try {
    if (answers.length > 0) localStorage.setItem(name, JSON.stringify(answers))
    else localStorage.removeItem(name)
  } catch {
    // Told nowhere: the answer itself was marked and shown.
  }
}
