/** A field as it stands in a page, with what the browser would hold against what is typed. */
export interface PageField {
  name: string
  type: string
  maxlength: number | undefined
  pattern: string | undefined
  isRequired: boolean
}

export interface FoundForm {
  action: string
  /** The browser checks nothing but lengths. */
  isNovalidate: boolean
  fields: PageField[]
}

const typed = new Set(['text', 'email', 'number', 'tel', 'url', 'search', 'textarea'])

/** Every form of a page with the fields in which something is typed. */
export function formsIn(html: string): FoundForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', body = '']) => ({
    action: (attribute(head, 'action') ?? '').replaceAll('&amp;', '&').split('?')[0]!,
    isNovalidate: /\bnovalidate\b/.test(head),
    fields: [...body.matchAll(/<(input|textarea)\b([^>]*)>/g)]
      .map(([, tag, rest = '']) => fieldOf(tag!, rest))
      .filter(({ type }) => typed.has(type)),
  }))
}

function fieldOf(tag: string, attributes: string): PageField {
  const maxlength = attribute(attributes, 'maxlength')
  return {
    name: attribute(attributes, 'name') ?? '',
    type: tag === 'textarea' ? tag : (attribute(attributes, 'type') ?? 'text'),
    maxlength: maxlength === undefined ? undefined : Number(maxlength),
    pattern: attribute(attributes, 'pattern'),
    isRequired: /\brequired\b/.test(attributes),
  }
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]
}

/** https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address */
const email =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/

/** Whether a browser would send this, typed or pasted, as it was typed. */
export function wouldSend({ isNovalidate }: FoundForm, field: PageField, text: string): boolean {
  const { type, maxlength, pattern, isRequired } = field
  if (maxlength !== undefined && text.length > maxlength) return false
  if (isNovalidate) return true

  if (text === '') return !isRequired
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'v').test(text)) return false
  if (type === 'email') return email.test(text.replace(/[\r\n]/g, '').replace(/^[\t\f ]+|[\t\f ]+$/g, ''))
  if (type === 'number') return /^-?\d*\.?\d+(?:[eE][-+]?\d+)?$/.test(text)
  return type !== 'url' || URL.canParse(text)
}
