import type { FileFault, Outcome, Question } from './verdict.ts'

/** What components/verify-words.tsx wrote into the page. */
interface Words {
  busy: string
  failed: string
  /** What a file says, by whether its issuer is known here and whether it names its holder. */
  says: string
  saysHolder: string
  saysStranger: string
  saysStrangerHolder: string
  presented: string
  /** Whose badges hold here. */
  issuers: string[]
  match: string
  other: string
  none: string
  all: Record<Outcome, string>
  outcome: Record<Outcome, string>
  question: Record<Question, string>
  found: Record<string, string>
  fault: Record<FileFault, string>
}

export function readWords(): Words {
  return JSON.parse(document.querySelector('#verify-words')?.textContent ?? '{}') as Words
}

export function fill(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap)
}

/** `24 november 2026`, or with the clock; what is no time stays as it is. */
export function inWords(time: string, withClock = false): string {
  const at = new Date(time)
  if (Number.isNaN(at.getTime())) return time
  const clock = withClock ? ({ hour: '2-digit', minute: '2-digit' } as const) : {}
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Stockholm', ...clock } as const
  return new Intl.DateTimeFormat(document.documentElement.lang === 'sv' ? 'sv-SE' : 'en-GB', format).format(at)
}
