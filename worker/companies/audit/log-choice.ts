import { z } from 'zod'

import { type AuditKind, auditKinds, type LogFormat, logFormats } from './rules.ts'

/** What the log is narrowed to; the days as they were written in the form. */
export interface LogChoice {
  q: string
  kind?: AuditKind | undefined
  from: string
  to: string
}

export type LogFaults = Partial<{ kind: 'kind'; from: 'day'; to: 'day' | 'order'; format: 'format' }>

/** Longer than a day is written, so that what is cut off is none. */
const Day = z
  .string()
  .default('')
  .transform((text) => text.slice(0, 40))

const LogForm = z.object({
  q: z
    .string()
    .default('')
    .transform((text) => text.trim().slice(0, 80)),
  kind: z.string().default(''),
  from: Day,
  to: Day,
  format: z.string().default('csv' satisfies LogFormat),
})

/** What a form asks for, and what in it is not understood: that narrows nothing, and is said at its field. */
export function logChoiceIn(fields: unknown): { choice: LogChoice; format: LogFormat; faults: LogFaults } {
  const { q, from, to, ...named } = LogForm.parse(fields)
  const kind = auditKinds.find((each) => each === named.kind)
  const format = logFormats.find((each) => each === named.format)
  return {
    choice: { q, kind, from, to },
    format: format ?? 'csv',
    faults: {
      ...(named.kind !== '' && !kind ? { kind: 'kind' } : {}),
      ...dayFaults(from, to),
      ...(format ? {} : { format: 'format' }),
    },
  }
}

function dayFaults(from: string, to: string): Pick<LogFaults, 'from' | 'to'> {
  const isWrong = (text: string) => text !== '' && dayIn(text) === undefined
  if (isWrong(from) || isWrong(to)) {
    return { ...(isWrong(from) ? { from: 'day' } : {}), ...(isWrong(to) ? { to: 'day' } : {}) }
  }
  return from !== '' && to !== '' && to.trim() < from.trim() ? { to: 'order' } : {}
}

/** A day as a field for dates sends it. */
export function dayIn(text: string): string | undefined {
  const day = text.trim()
  if (!/^2\d{3}-\d\d-\d\d$/.test(day)) return undefined
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : undefined
}
