import { HranaError } from './hrana.ts'
import { isSymbol, isWord, type SqlStatement, statementOf } from './sql-statement.ts'
import type { Token } from './sql-tokens.ts'

const verbs = new Set(
  (
    'select values insert replace update delete create drop alter analyze reindex ' +
    'begin commit end rollback savepoint release pragma'
  ).split(' '),
)

const mostKept = 1000
const longestKept = 8192
const refusedVerbs = ['attach', 'detach', 'vacuum']

/** Telling about the database; they may take an argument, and may stand as a table: `pragma_table_info('users')`. */
const tellingPragmas = (
  'table_info table_xinfo table_list index_list index_info index_xinfo foreign_key_list foreign_key_check ' +
  'integrity_check quick_check database_list collation_list function_list module_list pragma_list compile_options'
).split(' ')
/** Read only: with an argument they would change the connection or the file. */
const readPragmas =
  'application_id data_version encoding freelist_count journal_mode page_count page_size schema_version synchronous'.split(
    ' ',
  )
/** What the stream sets here is set back when it ends; `user_version` stays in the file. */
const settablePragmas = ['foreign_keys', 'defer_foreign_keys', 'user_version']

const functions = new Set(
  (
    'abs acos acosh asin asinh atan atan2 atanh avg ceil ceiling changes char coalesce concat concat_ws cos cosh count ' +
    'cume_dist current_date current_time current_timestamp date datetime degrees dense_rank exp first_value floor format ' +
    'glob group_concat hex ifnull iif instr json json_array json_array_length json_error_position json_extract ' +
    'json_group_array json_group_object json_insert json_object json_patch json_quote json_remove json_replace json_set ' +
    'json_type json_valid jsonb jsonb_array jsonb_extract jsonb_group_array jsonb_group_object jsonb_insert jsonb_object ' +
    'jsonb_patch jsonb_remove jsonb_replace jsonb_set julianday lag last_insert_rowid last_value lead length like ' +
    'likelihood likely ln log log10 log2 lower ltrim max median min mod nth_value ntile nullif octet_length percent_rank ' +
    'pi pow power printf quote radians random randomblob rank replace round row_number rtrim sign sin sinh soundex ' +
    'sqlite_source_id sqlite_version sqrt stdev strftime string_agg substr substring subtype sum tan tanh time timediff ' +
    'total total_changes trim trunc typeof unhex unicode unixepoch unlikely upper variance zeroblob'
  ).split(' '),
)
const tables = new Set(['json_each', 'json_tree', 'generate_series'])

/**
 * What SQL may do here: data, tables, transactions and a few PRAGMAs. The binding's own authorizer knows only tables
 * (libsql 0.5: every function is refused or none), so the text is judged, before SQLite sees it.
 * Whatever function or table module the binding has and this file does not name is refused.
 */
export class Permission {
  readonly #functions: Set<string>
  readonly #tables: Set<string>
  readonly #known = new Map<string, SqlStatement>()

  /** The functions and table modules that the binding has. */
  constructor(has: { functions: string[]; modules: string[] }) {
    this.#functions = new Set(has.functions.map((name) => name.toLowerCase()).filter((name) => !functions.has(name)))
    this.#tables = new Set(has.modules.map((name) => name.toLowerCase()).filter((name) => !tables.has(name)))
  }

  /** The only statement of a text, found allowed. */
  statementOf(sql: string): SqlStatement {
    const known = this.#known.get(sql)
    if (known) return known

    const statement = statementOf(sql)
    this.check(statement)
    if (this.#known.size >= mostKept) this.#known.clear()
    if (sql.length <= longestKept) this.#known.set(sql, statement)
    return statement
  }

  /** Throws SQLITE_AUTH for what is not allowed. */
  check({ verb, tokens }: SqlStatement): void {
    if (refusedVerbs.includes(verb)) refuse(verb.toUpperCase())
    if (!verbs.has(verb)) throw new HranaError(`near "${verb}": syntax error`, 'SQLITE_ERROR')
    if (verb === 'create') checkCreation(tokens)
    if (verb === 'pragma') return checkPragma(tokens)
    for (const [i, token] of tokens.entries()) {
      if (token.kind === 'symbol' || token.kind === 'number' || token.kind === 'parameter') continue
      if (this.#isTable(token.value)) refuse(`the table ${token.value}`)
      if (isSymbol(tokens[i + 1], '(') && this.#functions.has(token.value)) refuse(`the function ${token.value}`)
    }
  }

  /** A table's name may be a name, quoted, or even a string: all three are looked at, wherever they stand. */
  #isTable(value: string): boolean {
    if (/^pragma_\w+$/.test(value)) return ![...tellingPragmas, ...readPragmas].includes(value.slice('pragma_'.length))
    return this.#tables.has(value)
  }
}

/** No temporary things, which would stay with the connection, and none that bring code with them. */
function checkCreation(tokens: Token[]): void {
  let at = tokens.findIndex((token) => isWord(token, 'create')) + 1
  if (isWord(tokens[at], 'unique')) at += 1
  const kind = tokens[at]?.value ?? ''
  if (!['table', 'index', 'view', 'trigger'].includes(kind)) refuse(`CREATE ${kind.toUpperCase()}`)
  at += isWord(tokens[at + 1], 'if') ? 4 : 1
  if (isSymbol(tokens[at + 1], '.') && tokens[at]!.value === 'temp') refuse('CREATE in temp')
}

function checkPragma(tokens: Token[]): void {
  const start = tokens.findIndex((token) => isWord(token, 'pragma')) + 1
  const at = isSymbol(tokens[start + 1], '.') ? start + 2 : start
  const name = tokens[at]?.value ?? ''
  const isBare = tokens.length === at + 1
  if (tellingPragmas.includes(name) || settablePragmas.includes(name)) return
  if (readPragmas.includes(name) && isBare) return
  refuse(isBare ? `PRAGMA ${name}` : `PRAGMA ${name} with a value`)
}

function refuse(what: string): never {
  throw new HranaError(`not authorized: ${what} cannot be used on this server`, 'SQLITE_AUTH')
}
