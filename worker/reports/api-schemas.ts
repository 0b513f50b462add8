import { z } from '@hono/zod-openapi'

import { Role } from '../companies/api-schemas.ts'
import { Day, Id } from '../http/api-fields.ts'

const Cell = z
  .object({
    course: Id,
    state: z
      .enum(['not-started', 'under-way', 'done', 'hidden'])
      .openapi({ description: '`hidden`: not in the terms the member accepted.' }),
    doneDay: Day.nullable(),
    badgeDay: Day.nullable(),
  })
  .openapi('Cell', { description: 'All that a company sees of one member in one course.' })

const Member = z
  .object({
    id: Id,
    name: z.string(),
    role: Role,
    isYou: z.boolean(),
    courses: z.array(Cell),
  })
  .openapi('Member')

const Company = z
  .object({ id: Id, name: z.string(), municipality: z.string(), role: Role, members: z.int() })
  .openapi('Company', { description: '`role` is your own.' })

export const MemberPage = z
  .object({
    company: Company,
    members: z.array(Member),
    next: z.string().nullable().openapi({ description: 'Cursor for `after`; null on the last page.' }),
    code: z.string().nullable().openapi({ description: 'The team’s live join code.' }),
  })
  .openapi('MemberPage')

export const Seen = z
  .object({
    company: Company,
    member: Member,
    earlier: z
      .array(z.object({ course: Id, shown: z.boolean() }))
      .openapi({ description: 'Courses begun before joining, and whether the company sees them.' }),
  })
  .openapi('Seen')

export const NewRole = z.object({ role: Role }).openapi('NewRole')

export const Shares = z
  .object({ earlier: z.array(Id).max(100) })
  .openapi('Shares', { description: 'Exactly these earlier courses are shown from now on.' })
