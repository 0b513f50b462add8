import { z } from 'zod'

import { addressLength, safeNext } from './rules.ts'

/** An e-mail address as it is stored and compared: trimmed, lower case. */
export const Address = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email().max(addressLength))

const text = z.string().default('')

/** Kept when it is a path of this site, ignored otherwise. */
const next = z
  .string()
  .optional()
  .transform((path) => safeNext(path))

/** Until when the code holds, as a time; only shown. */
const until = z.coerce.number().int().min(0).max(8.64e15).optional().catch(undefined)

export const SignInQuery = z.object({ next })
export const SignInForm = z.object({ email: text, next })
export type SignInForm = z.infer<typeof SignInForm>

export const CodeForm = z.object({ email: text, code: text, until, next })
export type CodeForm = z.infer<typeof CodeForm>

export const NameForm = z.object({ name: text })
/** `remove` is the address whose button was pressed. */
export const AddressForm = z.object({ email: text, remove: z.string().optional() })
