import { CoursesFolder, en, sv } from '../courses.ts'

const before = { sv: '## Konsekvens, källa, kunskap', en: '## Stakes, source, skill' }

/** How one estimate is written; a test changes a part of it. */
export interface Sample {
  heading: string
  comment: string
  text: string
  /** What comes right after it. */
  after: string
}

export const samples = {
  sv: {
    heading: '## Hur många gissar rätt?',
    comment: '<!-- { id: how-many, type: estimate, answer: 3.5, unit: av 10 } -->',
    text: 'Tio personer läste svaret. Hur många av dem hittade felet, i snitt?',
    after: before.sv,
  },
  en: {
    heading: '## How many are right?',
    comment: '<!-- { id: how-many, type: estimate, answer: 3.5, unit: of 10 } -->',
    text: 'Ten people read the answer. How many of them found the fault, on average?',
    after: before.en,
  },
} as const satisfies Record<'sv' | 'en', Sample>

/** The fixture's lesson with an estimate before its section about the three questions. */
export function withEstimate(own: Partial<Sample> = {}, other: Partial<Sample> = {}): CoursesFolder {
  return new CoursesFolder()
    .edit(sv, before.sv, written({ ...samples.sv, ...own }))
    .edit(en, before.en, written({ ...samples.en, ...other }))
}

function written({ heading, comment, text, after }: Sample): string {
  return `${heading}\n${comment}\n\n${text}\n\n${after}`
}
