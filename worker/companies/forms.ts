import { z } from 'zod'

import type { CompanyFault } from '../../web/pages/companies/company-fault.ts'
import { readName } from '../accounts/rules.ts'
import { companySizes } from '../db/schema/companies.ts'
import { municipalityCodes } from '../../region/municipalities.ts'
import { FormKey } from './id-of-form.ts'
import { chosenTerms } from './rules.ts'
import { sectors } from '../../region/sectors.ts'

const Name = z
  .string()
  .default('')
  .transform((text, context) => {
    const read = readName(text)
    if ('name' in read) return read.name
    context.addIssue({ code: 'custom', message: read.fault })
    return z.NEVER
  })
const oneOf = (values: readonly string[]) =>
  z
    .string()
    .default('')
    .refine((value) => values.includes(value), { message: 'choose' })
const Accept = z
  .string()
  .default('')
  .refine((value) => value === 'yes', { message: 'accept' })

export const DetailsForm = z.object({
  name: Name,
  municipality: oneOf(municipalityCodes),
  sector: oneOf(Object.keys(sectors)),
  size: oneOf(companySizes).transform((size) => size as (typeof companySizes)[number]),
})

export const CompanyForm = DetailsForm.extend({
  key: FormKey,
  share: z.string().default(''),
  displayName: Name,
  courses: z.array(z.string().max(100)).max(100),
  accept: Accept,
})

const text = z.string().default('')
export const ContactForm = z.object({ contactName: text, contactReach: text })

export const JoinForm = z.object({
  name: Name,
  earlier: z.array(z.string().max(100)).max(100),
  terms: z.coerce.number().int(),
  accept: Accept,
})

/** Which fields were wrong, and how: the words for each are the page's. */
export function faultsOf(error: z.ZodError): Record<string, CompanyFault> {
  return Object.fromEntries(error.issues.map((issue) => [String(issue.path[0]), faultIn(issue.message)]))
}

/** zod's own words come only from a form that is not ours; for those any choice is the wrong one. */
function faultIn(message: string): CompanyFault {
  const faults: CompanyFault[] = ['required', 'too-long', 'odd-characters', 'no-letter', 'choose', 'accept']
  return faults.find((fault) => fault === message) ?? 'choose'
}

const faultsOfChoice = {
  choose: 'choose-courses',
  none: 'no-courses',
  both: 'both-courses',
  unknown: 'unknown-courses',
} as const

/** The choice of courses in a form, and what is wrong with it; a form that says two things comes back with the narrower one. */
export function readChoice(fields: Record<string, string | string[]>, known: readonly string[]) {
  const { share = '', ...typed } = typedIn(fields)
  const ticked = [fields.courses ?? []].flat()
  const chosen = chosenTerms({ share, courses: ticked }, known)
  const fault = 'fault' in chosen ? { courses: faultsOfChoice[chosen.fault] } : undefined
  return { typed: { ...typed, share: fault?.courses === 'both-courses' ? 'some' : share }, ticked, fault }
}

/** What was typed, as text, to be kept in the form. */
export function typedIn(fields: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
