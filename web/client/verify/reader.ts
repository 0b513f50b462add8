export type Fields = Record<string, unknown>

/**
 * Reads the members of a JSON object of a stranger, each as exactly one type. A member that is there but is not of
 * that type (null, an array of one, a number for a text) is never taken for absent: its place goes among the unread.
 */
export class Reader {
  readonly unread: Set<string>
  readonly #fields: Fields
  readonly #path: string

  constructor(fields: Fields, unread = new Set<string>(), path = '') {
    this.#fields = fields
    this.unread = unread
    this.#path = path
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#fields, name)
  }

  text(name: string): string | undefined {
    return this.#as(name, (value): value is string => typeof value === 'string' && value !== '')
  }

  flag(name: string): boolean | undefined {
    return this.#as(name, (value): value is boolean => typeof value === 'boolean')
  }

  /** XML Schema dateTimeStamp, the time as written kept with it. */
  time(name: string): Moment | undefined {
    const text = this.text(name)
    const at = text === undefined ? undefined : readTime(text)
    if (text !== undefined && !at) this.spoil(name)
    return at && { at, text: text! }
  }

  /** NumericDate of RFC 7519: seconds. */
  seconds(name: string): Date | undefined {
    const isTime = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value < 8.64e12
    const value = this.#as(name, isTime)
    return value === undefined ? undefined : new Date(value * 1000)
  }

  /** An integer of at most nine digits, written as a text. */
  index(name: string): number | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    if (/^\d{1,9}$/.test(text)) return Number(text)
    this.spoil(name)
    return undefined
  }

  /** One text or a list of them: JSON-LD's way of writing types and contexts. */
  texts(name: string): string[] {
    const isText = (value: unknown) => typeof value === 'string' && value !== ''
    const isTexts = (value: unknown): value is string | string[] =>
      isText(value) || (Array.isArray(value) && value.length > 0 && value.every(isText))
    const value = this.#as(name, isTexts) ?? []
    return typeof value === 'string' ? [value] : value
  }

  /** An object; an empty one, all of whose members are absent, where there is none. */
  object(name: string): Reader {
    return this.#inner(this.fields(name) ?? {}, name)
  }

  /** An object as it stands, for who knows what to make of all its members. */
  fields(name: string): Fields | undefined {
    return this.#as(name, isObject)
  }

  /** A list of objects. */
  objects(name: string): Reader[] {
    const isList = (value: unknown): value is Fields[] => Array.isArray(value) && value.every(isObject)
    const value = this.#as(name, isList) ?? []
    return value.map((each, i) => this.#inner(each, `${name}[${i}]`))
  }

  /** That the node is of this type, by its term: another spelling of a type changes what its other members mean. */
  isOf(...types: string[]): boolean {
    const given = this.texts('type')
    if (given.some((type) => type.includes(':'))) this.spoil('type')
    return given.some((type) => types.includes(type))
  }

  /** Members that nobody reads are unread, unless they are among these. */
  only(names: ReadonlySet<string>): void {
    for (const name of Object.keys(this.#fields)) if (!names.has(name)) this.spoil(name)
  }

  /** Notes that a member is missing, or is not understood. */
  spoil(name: string): void {
    this.unread.add(this.#path ? `${this.#path}.${name}` : name)
  }

  #as<T>(name: string, is: (value: unknown) => value is T): T | undefined {
    if (!this.has(name)) return undefined
    const value = this.#fields[name]
    if (is(value)) return value
    this.spoil(name)
    return undefined
  }

  #inner(fields: Fields, name: string): Reader {
    return new Reader(fields, this.unread, this.#path ? `${this.#path}.${name}` : name)
  }
}

export interface Moment {
  at: Date
  text: string
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const dateTimeStamp =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/** Undefined for what is no time of the calendar with its zone: `1`, `2026-02-30T00:00:00Z`. */
function readTime(text: string): Date | undefined {
  const [, year, month, day] = dateTimeStamp.exec(text) ?? []
  const midnight = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const isDay =
    day !== undefined && midnight.getUTCDate() === Number(day) && midnight.getUTCMonth() === Number(month) - 1
  const at = isDay ? new Date(text) : undefined
  return at && !Number.isNaN(at.getTime()) ? at : undefined
}
