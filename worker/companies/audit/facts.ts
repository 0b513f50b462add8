import { z } from 'zod'

import { companyRoles } from '../../db/schema/companies.ts'
import { logFormats, removalReasons } from './rules.ts'

/** What an entry says besides who, what and whom; everything else that a row holds is left out. */
const Facts = z.object({
  role: z.enum(companyRoles).optional().catch(undefined),
  reason: z.enum(removalReasons).optional().catch(undefined),
  for: z.enum(['team', 'one', 'merger']).optional().catch(undefined),
  part: z.enum(['closing', 'staying']).optional().catch(undefined),
  by: z.literal('merger').optional().catch(undefined),
  contact: z.enum(['named', 'none']).optional().catch(undefined),
  to: z.enum(['yes', 'no']).optional().catch(undefined),
  format: z.enum(logFormats).optional().catch(undefined),
  count: z.number().int().nonnegative().optional().catch(undefined),
  version: z.number().int().positive().optional().catch(undefined),
})
export type EntryFacts = z.infer<typeof Facts>

/** The facts of a row as it is stored. What cannot be read says nothing. */
export function factsIn(stored: unknown): EntryFacts {
  try {
    return Facts.parse(JSON.parse(String(stored)))
  } catch {
    return {}
  }
}
