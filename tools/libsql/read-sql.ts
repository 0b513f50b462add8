import { HranaError } from './hrana-error.ts'
import { splitSql, type SqlPart } from './split-sql.ts'

/**
 * What a statement does to locks and connections. `rows` is INSERT, UPDATE, DELETE; `schema` everything else that writes;
 * `setting` changes only the connection.
 */
export type SqlKind = 'read' | 'rows' | 'schema' | 'setting' | 'begin' | 'begin-read' | 'begin-write' | 'end'

export interface SqlStatement {
  text: string
  kind: SqlKind
  inserts: boolean
  explains: boolean
  params: (string | undefined)[]
  /** Whether the connection is changed for good and must not be used by anybody else afterwards. */
  leavesTraces: boolean
}

const remembered = new Map<string, SqlStatement[]>()
const mostRemembered = 1000
const longestRemembered = 20_000

/** The statements of a text. Throws a `HranaError` with code `BLOCKED` for what this server does not let clients do. */
export function readSql(sql: string): SqlStatement[] {
  const known = remembered.get(sql)
  if (known) return known

  if (sql.includes('\0')) throw new HranaError('SQL_PARSE_ERROR', 'the SQL text contains a NUL character')
  const statements = splitSql(sql).map(readPart)
  if (remembered.size >= mostRemembered) remembered.clear()
  if (sql.length <= longestRemembered) remembered.set(sql, statements)
  return statements
}

/** The one statement of a text. Throws a `HranaError` when there is none, or more than one. */
export function readOneStatement(sql: string): SqlStatement {
  const [statement, ...more] = readSql(sql)
  if (!statement) throw new HranaError('SQL_NO_STATEMENT', 'SQL string does not contain any statement')
  if (more.length > 0) throw new HranaError('SQL_MANY_STATEMENTS', 'SQL string contains more than one statement')
  return statement
}

export function mayWrite({ kind }: SqlStatement): boolean {
  return kind === 'rows' || kind === 'schema' || kind === 'begin-write'
}

function readPart(part: SqlPart): SqlStatement {
  const verb = verbOf(part)
  const kind = verb === 'PRAGMA' ? kindOfPragma(part) : kindOf(verb, part)
  return {
    text: part.text,
    kind,
    inserts: verb === 'INSERT' || verb === 'REPLACE',
    explains: verb === 'EXPLAIN',
    params: part.params,
    leavesTraces: kind === 'setting' || kind === 'schema' || (kind === 'rows' && /\btemp/i.test(part.text)),
  }
}

const verbsAfterWith = new Set(['SELECT', 'VALUES', 'INSERT', 'REPLACE', 'UPDATE', 'DELETE'])

function verbOf({ words }: SqlPart): string {
  if (words[0] === 'WITH') return words.find((word) => verbsAfterWith.has(word)) ?? ''
  return words[0] ?? ''
}

function kindOf(verb: string, { words }: SqlPart): SqlKind {
  switch (verb) {
    case 'SELECT':
    case 'VALUES':
    case 'EXPLAIN':
      return 'read'
    case 'INSERT':
    case 'REPLACE':
    case 'UPDATE':
    case 'DELETE':
      return 'rows'
    case 'BEGIN':
      return kindOfBegin(words)
    case 'SAVEPOINT':
      return 'begin'
    case 'COMMIT':
    case 'END':
    case 'ROLLBACK':
    case 'RELEASE':
      return 'end'
    case 'ATTACH':
    case 'DETACH':
      throw blocked(verb)
    case 'VACUUM':
      if (words.includes('INTO')) throw blocked('VACUUM INTO')
      return 'schema'
    default:
      return 'schema'
  }
}

/** SQLite takes READONLY for a transaction's name; libSQL's clients mean it, so this server keeps the promise. */
function kindOfBegin(words: string[]): SqlKind {
  if (words.includes('IMMEDIATE') || words.includes('EXCLUSIVE')) return 'begin-write'
  return words.includes('READONLY') ? 'begin-read' : 'begin'
}

const questions = new Set(
  `TABLE_INFO TABLE_XINFO TABLE_LIST INDEX_LIST INDEX_INFO INDEX_XINFO FOREIGN_KEY_LIST FOREIGN_KEY_CHECK
  INTEGRITY_CHECK QUICK_CHECK`.split(/\s+/),
)
const connectionSettings = new Set(
  `FOREIGN_KEYS DEFER_FOREIGN_KEYS LEGACY_ALTER_TABLE RECURSIVE_TRIGGERS IGNORE_CHECK_CONSTRAINTS CASE_SENSITIVE_LIKE
  QUERY_ONLY WRITABLE_SCHEMA`.split(/\s+/),
)
const databaseSettings = new Set(['USER_VERSION', 'APPLICATION_ID'])
const upkeep = new Set(['OPTIMIZE', 'WAL_CHECKPOINT', 'INCREMENTAL_VACUUM'])

/** Every pragma may be asked. Set may be only what cannot weaken the promise that an answered commit survives. */
function kindOfPragma({ words, hasValue, text }: SqlPart): SqlKind {
  const name = words[/^[^(=]*\./.test(text) ? 2 : 1] ?? ''
  if (upkeep.has(name)) return 'schema'
  if (!hasValue || questions.has(name)) return 'read'
  if (connectionSettings.has(name)) return 'setting'
  if (databaseSettings.has(name)) return 'schema'
  throw blocked(`setting PRAGMA ${name.toLowerCase()}`)
}

function blocked(what: string): HranaError {
  return new HranaError('BLOCKED', `Operation was blocked: ${what} is not for clients of this server`)
}
