/** One statement of an SQL text, with what can be told of it without SQLite. */
export interface SqlPart {
  text: string
  /** The words (keywords, names, numbers) outside parentheses, in capitals; quoted names are left out. */
  words: string[]
  /** Signs outside parentheses that tell a pragma's setting from its question. */
  hasValue: boolean
  /** Parameters in the order of SQLite's numbers, as written; undefined for a plain `?`. */
  params: (string | undefined)[]
}

// SQLite's own lexer, as far as it matters here: a doubled quote reads as two strings side by side, which does no harm.
const lexeme =
  /(?<space>[\s\ufeff]+|--[^\n]*|\/\*[^]*?(?:\*\/|$))|(?<quoted>'[^']*(?:'|$)|"[^"]*(?:"|$)|`[^`]*(?:`|$)|\[[^\]]*(?:\]|$))|(?<param>\?\d*|[@$:#](?:[\w$\u0080-\uffff]|::)+(?:\([^)\s]*\))?)|(?<word>[\w$\u0080-\uffff]+)|(?<sign>[^])/y

/** Splits a text at the semicolons that end statements, the ones inside a trigger's body excepted. Empty statements vanish. */
export function splitSql(sql: string): SqlPart[] {
  const parts: SqlPart[] = []
  let reader = new PartReader(0)
  lexeme.lastIndex = 0

  for (let match = lexeme.exec(sql); match?.groups; match = lexeme.exec(sql)) {
    const { space, param, word, sign } = match.groups
    if (space !== undefined) continue
    if (sign === ';' && reader.endsHere) {
      parts.push(...reader.finish(sql, match.index))
      reader = new PartReader(lexeme.lastIndex)
    } else if (param !== undefined) reader.addParam(param)
    else if (word !== undefined) reader.addWord(word.toUpperCase())
    else reader.addSign(sign)
  }
  parts.push(...reader.finish(sql, sql.length))
  return parts
}

class PartReader {
  readonly #start: number
  readonly #words: string[] = []
  readonly #params: (string | undefined)[] = []
  #depth = 0
  #hasValue = false
  #isEmpty = true
  #tail = ''

  constructor(start: number) {
    this.#start = start
  }

  /** A trigger's body is full of semicolons; the last one follows `; END`. */
  get endsHere(): boolean {
    return !/^(?:EXPLAIN (?:QUERY PLAN )?)?CREATE (?:TEMP |TEMPORARY )?TRIGGER\b/.test(this.#words.slice(0, 6).join(' ')) || this.#tail === ';END'
  }

  addWord(word: string): void {
    this.#isEmpty = false
    if (this.#depth === 0) this.#words.push(word)
    this.#tail = this.#tail === ';' && word === 'END' ? ';END' : ''
  }

  addSign(sign: string | undefined): void {
    this.#isEmpty = false
    this.#tail = sign === ';' ? ';' : ''
    if (sign === '(' || (sign === '=' && this.#depth === 0)) this.#hasValue = true
    if (sign === '(') this.#depth += 1
    if (sign === ')') this.#depth -= 1
  }

  /** SQLite numbers `?` after the greatest number so far, `?7` as 7, and a name where it was first seen. */
  addParam(written: string): void {
    this.#isEmpty = false
    this.#tail = ''
    const number = /^\?\d/.test(written) ? Number(written.slice(1)) : this.#numberOf(written)
    while (this.#params.length < Math.min(number, 32_766)) this.#params.push(undefined)
    if (written !== '?') this.#params[number - 1] = written
  }

  finish(sql: string, end: number): SqlPart[] {
    if (this.#isEmpty) return []
    return [{ text: sql.slice(this.#start, end), words: this.#words, hasValue: this.#hasValue, params: this.#params }]
  }

  #numberOf(written: string): number {
    const known = written === '?' ? -1 : this.#params.indexOf(written)
    return known < 0 ? this.#params.length + 1 : known + 1
  }
}
