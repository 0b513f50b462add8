import { z } from 'zod'

/** Thrown for settings that are wrong. Its words are ours and zod's: nothing of a value stands in them. */
export class WrongSettings extends Error {
  override name = 'WrongSettings'
  /** A setting and why, each: `SECRETS_BEFORE: not JSON`. What is wrong of several names them in its words. */
  readonly faults: readonly string[]

  constructor(error: z.ZodError) {
    super(`settings: ${z.prettifyError(error)}`)
    this.faults = error.issues.map(({ path, message }) =>
      [...(path.length > 0 ? [path.join('.')] : []), message].join(': '),
    )
  }
}
