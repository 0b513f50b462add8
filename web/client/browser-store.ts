import { type KeptAnswer, parseAnswers, withAnswer } from './kept-answers.ts'

const keptName = 'navet.answers'
const unsentName = 'navet.unsent.'
/** Names that end in an account; `navet.test.` is the badge test's. */
const ownedNames = [unsentName, 'navet.test.']
const tryName = 'navet.try'

export function isSignedIn(): boolean {
  return document.body.dataset.signedIn === 'yes'
}

export function account(): string {
  return document.body.dataset.account ?? ''
}

export function readKept(): KeptAnswer[] {
  return read(keptName)
}

/** Whether it is kept: if not, the page says so. */
export function keep(answer: KeptAnswer): boolean {
  return write(keptName, withAnswer(readKept(), answer))
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

/** All that this browser holds of one account. */
export function forgetAllOf(account: string): void {
  try {
    for (const name of ownedNames) localStorage.removeItem(name + account)
  } catch {
    // Nothing can be read, so nothing is there.
  }
}

export function addUnsent(answer: KeptAnswer): boolean {
  return write(ownUnsent(), withAnswer(readUnsent(), answer))
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

/** Whether anything can be kept here: storage may be switched off or full. */
export function canKeep(): boolean {
  try {
    localStorage.setItem(tryName, '1')
    localStorage.removeItem(tryName)
    return true
  } catch {
    return false
  }
}

/** What other people of this browser left behind goes when somebody else signs in, or their account is gone. */
export function forgetOthers(): void {
  try {
    for (const name of Object.keys(localStorage)) {
      const [owner] = ownedNames.flatMap((start) => (name.startsWith(start) ? [name.slice(start.length)] : []))
      if (owner && owner !== account()) localStorage.removeItem(name)
    }
  } catch {
    // Nothing can be read, so nothing is there.
  }
}

/** Remembered as long as the tab lives; null where storage is switched off. */
export const tabMemory = {
  get(name: string): string | null {
    try {
      return sessionStorage.getItem(name)
    } catch {
      return null
    }
  },
  set(name: string, value: string): void {
    try {
      sessionStorage.setItem(name, value)
    } catch {
      // Asked again on the next page.
    }
  },
  remove(name: string): void {
    try {
      sessionStorage.removeItem(name)
    } catch {
      // It was never there.
    }
  },
}

/** Storage may be switched off or full: then nothing is kept, and the page works all the same. */
function read(name: string): KeptAnswer[] {
  try {
    return parseAnswers(localStorage.getItem(name))
  } catch {
    return []
  }
}

function write(name: string, answers: KeptAnswer[]): boolean {
  try {
    if (answers.length > 0) localStorage.setItem(name, JSON.stringify(answers))
    else localStorage.removeItem(name)
    return true
  } catch {
    return false
  }
}
