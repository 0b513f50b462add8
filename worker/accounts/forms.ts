import { z } from 'zod'

import { realAddress } from './no-address/rules.ts'
import { addressLength, readAddress, safeNext } from './rules.ts'

/** An e-mail address as it is stored and compared: lower case, its domain as mail servers write it. */
export const Address = z
  .string()
  .transform((text) => readAddress(text))
  .pipe(
    z
      .email()
      .max(addressLength)
      .refine((email) => realAddress(email) !== undefined),
  )

const text = z.string().default('')

/** Kept when it is a path of this site, ignored otherwise. */
const next = z
  .string()
  .optional()
  .transform((path) => safeNext(path))

export const SignInQuery = z.object({ next })
export const SignInForm = z.object({ email: text, next })
export type SignInForm = z.infer<typeof SignInForm>

/** `held`: nothing new was mailed, the code before goes on holding. */
export const CodeQuery = z.object({ email: text, next, held: z.string().optional().transform(Boolean) })
export const CodeForm = z.object({ email: text, code: text, next })
export type CodeForm = z.infer<typeof CodeForm>

export const NameForm = z.object({ name: text })
/** `remove` is the address whose button was pressed; `to`, the one that is to get the code. */
export const AddressForm = z.object({ email: text, remove: z.string().optional(), to: z.string().optional() })
export const AddressCodeForm = z.object({ email: text, code: text })

/** What is about to be done to an address. */
export const AddressDeed = z.object({ do: z.enum(['add', 'remove']), email: Address, to: z.string().optional() })
export type AddressDeed = z.infer<typeof AddressDeed>

/** A session by its id, `others`, or all. */
export const SessionsForm = z.object({ end: z.string().max(100).default('all') })
