import { z } from 'zod'

import { whosOf } from '../../../accounts/who.ts'
import { inBatch } from '../../../db/in-batch.ts'
import { keptSince } from '../../../kept-forms/rules.ts'
import { selectResult } from '../../../kept-forms/store.ts'
import { Refusal } from '../../../refusal.ts'
import type { SignedInVisit } from '../../../visit.ts'
import type { JudgedRow } from './judge-rows.ts'
import { selectInvitingCompany } from '../store.ts'

/** What a list came to is kept among the forms of whoever sent it, for an hour, under this kind. */
const resultKind = 'list-result'

export const kindOf = (company: string) => `${resultKind} ${company}`

export interface ListResult {
  rows: JudgedRow[]
  /** The row of headings, where there was one. */
  heading: string | undefined
  onBehalf: boolean
}

const text = z.string()
const Row = z.object({
  line: z.number(),
  text,
  name: text.optional(),
  email: text.optional(),
  team: text.optional(),
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('invited'), team: text.optional() }),
    z.object({ kind: z.literal('member') }),
    z.object({ kind: z.literal('open') }),
    z.object({ kind: z.literal('rests'), from: text.optional() }),
    z.object({ kind: z.literal('twice'), line: z.number() }),
    z.object({ kind: z.literal('stopped'), fault: text, meant: text.optional() }),
  ]),
})

/** As fields of a form. */
export function fieldsOf({ rows, heading, onBehalf }: ListResult): [string, string][] {
  return [
    ...(heading === undefined ? [] : [['heading', heading] as [string, string]]),
    ...(onBehalf ? [['onBehalf', 'yes'] as [string, string]] : []),
    ...rows.map((row): [string, string] => ['row', JSON.stringify(row)]),
  ]
}

/** What cannot be read is left out. */
function resultIn(fields: unknown): ListResult {
  const read = z.array(z.tuple([text, text])).safeParse(fields)
  const pairs = read.success ? read.data : []
  const valueOf = (name: string) => pairs.find(([each]) => each === name)?.[1]
  const rows = pairs.flatMap(([name, value]) => {
    const row = name === 'row' ? Row.safeParse(jsonIn(value)) : undefined
    return row?.success ? [row.data as JudgedRow] : []
  })
  return { rows, heading: valueOf('heading'), onBehalf: valueOf('onBehalf') !== undefined }
}

function jsonIn(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

/**
 * What a list came to, for whoever sent it and runs the company still; without a result when its hour is over. Not found
 * for anybody else. One round trip.
 */
export async function readResult(visit: SignedInVisit, company: string, id: string) {
  const { db, learner, now, settings } = visit
  const place = { whos: await whosOf(settings, learner.id, now), id, kind: kindOf(company) }
  const { found, kept } = await inBatch(db, {
    found: selectInvitingCompany(db, company, { viewer: learner.id, now }),
    kept: selectResult(db, place, keptSince(now)),
  })
  if (!found[0]) throw new Refusal('not-found', 'company')
  return { company: found[0], result: kept[0] && resultIn(kept[0].fields) }
}
