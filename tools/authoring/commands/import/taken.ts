/** A question of another program as Navet can hold it; all texts are markdown, and empty where nothing was written. */
export interface Taken {
  /** In the file it was read from, from 1. */
  line: number
  name: string
  stem: string
  answer: TakenAnswer
  /** Where the other program has kept what Navet wrote. */
  competence?: string | undefined
  kind?: string | undefined
}

type TakenAnswer = TakenPicks | ((TakenWords | TakenAmount | TakenRows | TakenItems) & Reasons)

interface TakenPicks {
  form: 'picks'
  options: { text: string; right: boolean; feedback: string }[]
}

interface TakenWords {
  form: 'words'
  /** Plain text. */
  answers: string[]
}

interface TakenAmount {
  form: 'amount'
  answer: number
  tolerance: number
  /** Plain text. */
  unit: string
}

interface TakenRows {
  form: 'rows'
  /** Left is empty where the right one is left over. */
  rows: [left: string, right: string][]
}

interface TakenItems {
  form: 'items'
  /** In the right order. */
  items: string[]
}

interface Reasons {
  right: string
  wrong: string
}

/** What was not taken from a line, in words. */
interface Left {
  line: number
  what: string
}

export interface Import {
  taken: Taken[]
  left: Left[]
}

/** Says what is not taken; the line is the question's. */
export type Leave = (what: string) => undefined

export function leaveAt(line: number, { left }: Import): Leave {
  return (what) => {
    left.push({ line, what })
    return undefined
  }
}
