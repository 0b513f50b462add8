import { z } from 'zod'

/** A day as authors write it: 2026-11-23. */
export const Day = z.iso.date({
  error: (issue) => (issue.input === undefined ? 'is missing' : 'write a date as 2026-11-23'),
})
