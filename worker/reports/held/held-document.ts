import { leftOut } from './left-out.ts'

/** What is held about somebody, by what each part is called. */
export type Held = Record<string, readonly Record<string, unknown>[]>

interface Asked {
  /** An address of the account, where it has one. */
  askedFor: string
  madeAt: Date
  /** What more is left out, and why. */
  late?: Record<string, string>
}

/** The document for programs: JSON in which days and times are ISO 8601 in UTC, with what is left out and why. */
export function heldJson(held: Held, { askedFor, madeAt, late = {} }: Asked): string {
  const document = {
    title: 'Everything that Navet holds about one person',
    askedFor,
    madeAt,
    ...held,
    'left out': { ...leftOut, ...late },
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
