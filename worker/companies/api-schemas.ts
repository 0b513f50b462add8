import { z } from '@hono/zod-openapi'

import { readName } from '../accounts/rules.ts'
import { companyRoles, companySizes } from '../db/schema/companies.ts'
import { Id } from '../http/api-fields.ts'
import { municipalityCodes } from '../../region/municipalities.ts'
import { sectors } from '../../region/sectors.ts'

export const Role = z.enum(companyRoles).openapi('Role')

const Name = z
  .string()
  .transform((text, context) => {
    const read = readName(text)
    if ('name' in read) return read.name
    context.addIssue({ code: 'custom', message: read.fault })
    return z.NEVER
  })
  .openapi({ description: 'At most 80 characters.' })

const Terms = z
  .union([z.literal('all'), z.array(Id).max(100)])
  .openapi('Terms', { description: 'Courses whose completion and badge the company sees, or `all`.' })

const Accepted = z
  .literal(true)
  .openapi({ description: 'The person has seen what the company will see, and accepts it.' })

const MyCompany = z
  .object({ id: Id, name: z.string(), role: Role, displayName: z.string(), terms: Terms })
  .openapi('MyCompany')

export const MyCompanies = z.object({ companies: z.array(MyCompany) }).openapi('MyCompanies')

export const NewCompany = z
  .object({
    name: Name,
    municipality: z.enum(municipalityCodes).openapi({ description: 'SCB code, or `other`.' }),
    sector: z.enum(Object.keys(sectors)).openapi({ description: 'Section of SNI 2007.' }),
    size: z.enum(companySizes),
    displayName: Name,
    courses: Terms,
    accept: Accepted,
  })
  .openapi('NewCompany')

export const StartedCompany = z.object({ id: Id, page: z.string() }).openapi('StartedCompany')

export const NewInvitation = z
  .object({
    for: z
      .enum(['team', 'one'])
      .openapi({ description: 'A code for the whole team replaces the one before; a code for one is used up once.' }),
  })
  .openapi('NewInvitation')

export const MadeInvitation = z.object({ code: z.string(), url: z.url() }).openapi('MadeInvitation')

export const Invitation = z
  .object({
    code: z.string(),
    company: z.string().openapi({ description: 'The company’s name.' }),
    termsVersion: z.int(),
    terms: Terms,
    earlier: z.array(Id).openapi({ description: 'Courses you have begun, which you may choose to show.' }),
    membershipOf: Id.nullable().openapi({ description: 'The company’s id if you belong to it already.' }),
  })
  .openapi('Invitation')

export const NewMembership = z
  .object({
    name: Name,
    termsVersion: z.int().openapi({ description: 'The version that was shown; another one is a conflict.' }),
    earlier: z.array(Id).max(100),
    accept: Accepted,
  })
  .openapi('NewMembership')

export const Joined = z.object({ company: Id, page: z.string() }).openapi('Joined')
