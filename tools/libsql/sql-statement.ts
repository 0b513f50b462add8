import { HranaError } from './hrana.ts'
import { type Token, tokensOf } from './sql-tokens.ts'

/** One statement, told apart as far as it must be before SQLite sees it. */
export interface SqlStatement {
  /** Without what stands before and after it: comments, spaces, the semicolon. */
  sql: string
  tokens: Token[]
  /** What it does, in small letters: `select`, `insert`, `pragma` …; behind a WITH or an EXPLAIN, what that is about. */
  verb: string
  explains: 'code' | 'plan' | undefined
  /** Where RETURNING stands among the tokens; -1 without. */
  returning: number
  /** By their number, from one: `:name`, `?3`, or null for `?`. */
  parameters: (string | null)[]
}

const mostParameters = 32_766
const reads = new Set(['select', 'values'])
const changes = new Set(['insert', 'replace', 'update', 'delete'])
const transactions = new Set(['begin', 'commit', 'end', 'rollback', 'savepoint', 'release'])

export const isRead = ({ verb }: SqlStatement) => reads.has(verb)
export const isChange = ({ verb }: SqlStatement) => changes.has(verb)
/** The ones without a name, of which there are few texts. */
export const isTransaction = ({ verb }: SqlStatement) => ['begin', 'commit', 'end', 'rollback'].includes(verb)
export const isInsert = ({ verb }: SqlStatement) => verb === 'insert' || verb === 'replace'
export const isSchemaChange = ({ verb }: SqlStatement) =>
  ['create', 'drop', 'alter', 'analyze', 'reindex'].includes(verb)

/** It takes no write lock, or only sets its own connection; SQLite's `sqlite3_stmt_readonly`, from the text. */
export function isReadonly(statement: SqlStatement): boolean {
  const { verb, tokens, explains } = statement
  if (explains || isRead(statement)) return true
  if (verb === 'begin') return !tokens.some(({ value }) => value === 'immediate' || value === 'exclusive')
  if (verb === 'pragma') return !(tokens.length > 2 && tokens.some(({ value }) => value === 'user_version'))
  return transactions.has(verb)
}

/** The only statement of a text. */
export function statementOf(sql: string): SqlStatement {
  const [statement, second] = statementsOf(sql)
  if (!statement) throw new HranaError('SQL string does not contain any statement', 'SQL_NO_STATEMENT')
  if (second) throw new HranaError('SQL string contains more than one statement', 'SQL_MANY_STATEMENTS')
  return statement
}

/** The statements of a text, in order. */
export function statementsOf(sql: string): SqlStatement[] {
  if (sql.includes('\0')) throw new HranaError('SQL string contains a NUL character', 'SQL_PARSE_ERROR')
  const tokens = tokensOf(sql)
  if (!tokens) throw new HranaError('SQL string contains an unrecognized token', 'SQL_PARSE_ERROR')
  return split(tokens).map((part) => told(sql, part))
}

/** At each semicolon; a trigger's own end with the one after its END, as `sqlite3_complete` has it. */
function split(tokens: Token[]): Token[][] {
  const parts: Token[][] = []
  let part: Token[] = []
  for (const token of tokens) {
    const isEnd =
      isSymbol(token, ';') && (!isTrigger(part) || (isWord(part.at(-1), 'end') && isSymbol(part.at(-2), ';')))
    if (!isEnd) part.push(token)
    else if (part.length > 0) parts.push(part.splice(0))
  }
  if (part.length > 0) parts.push(part)
  return parts
}

function isTrigger(tokens: Token[]): boolean {
  const at = afterExplain(tokens)
  const kind = isWord(tokens[at + 1], 'temp') || isWord(tokens[at + 1], 'temporary') ? at + 2 : at + 1
  return isWord(tokens[at], 'create') && isWord(tokens[kind], 'trigger')
}

function told(text: string, part: Token[]): SqlStatement {
  const begin = part[0]!.start
  const tokens = part.map((token) => ({ ...token, start: token.start - begin, end: token.end - begin }))
  const first = afterExplain(tokens)
  const verb = isWord(tokens[first], 'with') ? afterWith(tokens, first) : tokens[first]
  return {
    sql: text.slice(begin, part.at(-1)!.end),
    tokens,
    verb: verb?.kind === 'name' ? verb.value : '',
    explains: first === 0 ? undefined : first === 1 ? 'code' : 'plan',
    returning: verb && changes.has(verb.value) ? outermost(tokens, 'returning') : -1,
    parameters: parametersOf(tokens),
  }
}

function afterExplain(tokens: Token[]): number {
  if (!isWord(tokens[0], 'explain')) return 0
  return isWord(tokens[1], 'query') && isWord(tokens[2], 'plan') ? 3 : 1
}

/** The verb behind WITH [RECURSIVE] name [(…)] AS [[NOT] MATERIALIZED] (…), … */
function afterWith(tokens: Token[], first: number): Token | undefined {
  let at = isWord(tokens[first + 1], 'recursive') ? first + 2 : first + 1
  for (;;) {
    at = afterParentheses(tokens, at + 1)
    if (!isWord(tokens[at], 'as')) return undefined
    at += 1
    if (isWord(tokens[at], 'not')) at += 1
    if (isWord(tokens[at], 'materialized')) at += 1
    at = afterParentheses(tokens, at)
    if (!isSymbol(tokens[at], ',')) return tokens[at]
    at += 1
  }
}

function afterParentheses(tokens: Token[], at: number): number {
  if (!isSymbol(tokens[at], '(')) return at
  let depth = 0
  for (let i = at; i < tokens.length; i += 1) {
    if (isSymbol(tokens[i], '(')) depth += 1
    else if (isSymbol(tokens[i], ')') && (depth -= 1) === 0) return i + 1
  }
  return tokens.length
}

function outermost(tokens: Token[], word: string): number {
  let depth = 0
  return tokens.findIndex((token) => {
    if (isSymbol(token, '(')) depth += 1
    else if (isSymbol(token, ')')) depth -= 1
    return depth === 0 && isWord(token, word)
  })
}

/** Numbered as SQLite does: `?` is the next number, `?3` is its own, a name keeps the number it got first. */
function parametersOf(tokens: Token[]): (string | null)[] {
  const names: (string | null)[] = []
  for (const { kind, value } of tokens) {
    if (kind !== 'parameter') continue
    if (value === '?') names.push(null)
    else if (value.startsWith('?')) nameAt(names, Number(value.slice(1)), value)
    else if (!names.includes(value)) names.push(value)
  }
  if (names.length > mostParameters) throw new HranaError('too many SQL variables', 'SQL_PARSE_ERROR')
  return names
}

function nameAt(names: (string | null)[], number: number, name: string): void {
  if (number < 1 || number > mostParameters) {
    throw new HranaError(`variable number must be between ?1 and ?${mostParameters}`, 'SQL_PARSE_ERROR')
  }
  while (names.length < number) names.push(null)
  names[number - 1] ??= name
}

export function isSymbol(token: Token | undefined, symbol: string): boolean {
  return token?.kind === 'symbol' && token.value === symbol
}

export function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'name' && token.value === word
}
