import { z } from 'zod'

/** No date is further from 1970, in milliseconds. */
const farthest = 8_640_000_000_000_000

/** A moment as our own forms and addresses carry it: milliseconds since 1970, in digits. Others are not understood. */
export const MomentField = z
  .string()
  .regex(/^\d{1,16}$/)
  .transform(Number)
  .pipe(z.number().max(farthest))
  .transform((ms) => new Date(ms))
