import { type KeptAnswer, parseAnswers, withAnswer } from './kept-answers.ts'

const keptName = 'navet.answers'
const unsentName = 'navet.unsent.'

export function isSignedIn(): boolean {
  return document.body.dataset.signedIn === 'yes'
}

export function account(): string {
  return document.body.dataset.account ?? ''
}

export function readKept(): KeptAnswer[] {
  return read(keptName)
}

export function keep(answer: KeptAnswer): void {
  write(keptName, withAnswer(readKept(), answer))
}

/** All that this browser holds of whoever was not signed in, sent or not. */
export function readOffered(): KeptAnswer[] {
  return read(unsentName).reduce(withAnswer, readKept())
}

export function forgetOffered(taken: readonly KeptAnswer[] = readOffered()): void {
  const gone = new Set(taken.map((answer) => answer.id))
  for (const name of [keptName, unsentName])
    write(
      name,
      read(name).filter((answer) => !gone.has(answer.id)),
    )
}

export function readUnsent(): KeptAnswer[] {
  return read(ownUnsent())
}

export function forgetUnsentOf(account: string): void {
  write(unsentName + account, [])
}

export function addUnsent(answer: KeptAnswer): void {
  write(ownUnsent(), withAnswer(readUnsent(), answer))
}

export function dropUnsent({ course, question }: KeptAnswer): void {
  write(
    ownUnsent(),
    readUnsent().filter((other) => other.course !== course || other.question !== question),
  )
}

/** Named by who is signed in, as the page says it: unsent answers of one person are never sent as another. */
function ownUnsent(): string {
  return unsentName + account()
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
