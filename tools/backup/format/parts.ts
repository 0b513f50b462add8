import { z } from 'zod'

import { SigningKeys } from '../../../worker/credentials/signing-keys.ts'
import { SecretsBefore } from '../../../worker/secrets-before.ts'
import { Problem } from '../../command/problem.ts'
import { type Cell, isCell } from './cells.ts'

/** What a backup consists of, a line each, in this order: header, secrets, then of every table its start, rows and end, then the trailer. */
const Header = z.object({
  navet: z.literal('backup'),
  /** Of the package that made it. */
  version: z.string(),
  /** When it was begun, UTC: the moment that a consistent backup shows. */
  at: z.iso.datetime(),
  source: z.enum(['embedded', 'elsewhere']),
  /** The migrations of the database: their names, and the times by which the journal knows them. */
  migrations: z.array(z.object({ tag: z.string(), when: z.number() })).min(1),
  tables: z.array(z.string()),
})

/** Null: left out, since the backup is not encrypted, or not known. HUB_KEY is never in here: the operator keeps it apart. */
const Secrets = z.object({
  secrets: z.object({
    secret: z.string().nullable(),
    /** Not in backups of before SECRET could be changed. */
    secretsBefore: SecretsBefore.optional(),
    signingKeys: SigningKeys.nullable(),
  }),
})
const TableStart = z.object({ table: z.string(), columns: z.array(z.string()).min(1) })
const TableEnd = z.object({ end: z.string(), rows: z.int().nonnegative(), hash: z.string() })
const Trailer = z.object({
  done: z.literal(true),
  at: z.iso.datetime(),
  /** Moments at which the database's picture ended and another began: none, and it is consistent. */
  breaks: z.array(z.object({ at: z.iso.datetime(), table: z.string() })),
})

export type Header = z.infer<typeof Header>
export type Secrets = z.infer<typeof Secrets>['secrets']
export type TableEnd = z.infer<typeof TableEnd>
export type Trailer = z.infer<typeof Trailer>

export type Part =
  | ({ kind: 'header' } & Header)
  | ({ kind: 'secrets' } & Secrets)
  | ({ kind: 'table' } & z.infer<typeof TableStart>)
  | { kind: 'row'; cells: Cell[]; line: string }
  | ({ kind: 'end' } & TableEnd)
  | ({ kind: 'trailer' } & Trailer)

/** Reads one line. Throws a Problem for what is none of the parts. */
export function partOf(line: string): Part {
  const value = parsed(line)
  if (Array.isArray(value)) {
    if (value.every(isCell)) return { kind: 'row', cells: value, line }
    throw new Problem('a row of the backup holds a value that this Navet does not know: update the code first')
  }
  const header = Header.safeParse(value)
  if (header.success) return { kind: 'header', ...header.data }
  const secrets = Secrets.safeParse(value)
  if (secrets.success) return { kind: 'secrets', ...secrets.data.secrets }
  const start = TableStart.safeParse(value)
  if (start.success) return { kind: 'table', ...start.data }
  const end = TableEnd.safeParse(value)
  if (end.success) return { kind: 'end', ...end.data }
  const trailer = Trailer.safeParse(value)
  if (trailer.success) return { kind: 'trailer', ...trailer.data }
  throw new Problem('a line of the backup is none that this Navet knows: update the code first')
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new Problem('a line of the backup cannot be read')
  }
}
