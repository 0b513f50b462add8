import type { JSX as HonoJsx } from 'hono/jsx/jsx-runtime'

import { type Child, escaped, Html } from './html.ts'

// JSX as text at once, with no tree between (docs/decisions/005-printing-pages.md). The compiler calls these by name.

type Props = Record<string, unknown> & { children?: Child }
type Component = (props: Props) => Child
/** As Hono knows them, and each attribute may be HTML that is escaped already. */
type Elements = { [Tag in keyof Known]: { [Name in keyof Known[Tag]]: Known[Tag][Name] | Html } }
type Known = HonoJsx.IntrinsicElements

export declare namespace JSX {
  type Element = Html
  interface ElementChildrenAttribute {
    children: unknown
  }
  interface IntrinsicElements extends Elements {
    [tag: string]: Record<string, unknown>
  }
}

const empty = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])
/** True is the attribute alone, false is none. Of any other attribute both are words. */
const booleans = new Set([
  'allowfullscreen',
  'async',
  'autofocus',
  'autoplay',
  'checked',
  'controls',
  'default',
  'defer',
  'disabled',
  'download',
  'formnovalidate',
  'hidden',
  'inert',
  'ismap',
  'itemscope',
  'loop',
  'multiple',
  'muted',
  'nomodule',
  'novalidate',
  'open',
  'playsinline',
  'readonly',
  'required',
  'reversed',
  'selected',
])

export function jsx(tag: string | Component, props: Props): Html {
  if (typeof tag === 'function') return printed(tag(props))

  let text = `<${nameOf(tag)}`
  for (const name in props) if (name !== 'children') text += attribute(name, props[name])
  if (props.children === undefined && empty.has(tag)) return new Html(`${text}/>`)
  return new Html(`${text}>${textOf(props.children)}</${tag}>`)
}

export { jsx as jsxs, jsx as jsxDEV }

export function Fragment({ children }: { children?: Child }): Html {
  return printed(children)
}

function printed(child: Child): Html {
  return child instanceof Html ? child : new Html(textOf(child))
}

function textOf(child: Child): string {
  if (typeof child === 'string') return escaped(child)
  if (child instanceof Html) return child.toString()
  if (child === undefined || child === null || typeof child === 'boolean') return ''
  if (typeof child === 'number') return String(child)
  if (!Array.isArray(child)) throw new Error('a page shows text, numbers and HTML')

  let text = ''
  for (const each of child as readonly Child[]) text += textOf(each)
  return text
}

function attribute(name: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return ` ${nameOf(name)}="${escaped(value)}"`
  if (typeof value === 'boolean' && booleans.has(name)) return value ? ` ${nameOf(name)}=""` : ''
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Html) {
    return ` ${nameOf(name)}="${String(value)}"`
  }
  throw new Error(`the attribute ${name} is no text`)
}

const names = new Set<string>()

/** Names stand in our pages, never in what somebody sent; one that would end the tag is a mistake of ours. */
function nameOf(name: string): string {
  if (names.has(name)) return name
  if (!/^[A-Za-z][\w.:-]*$/.test(name)) throw new Error(`no name of a tag or attribute: ${name}`)
  names.add(name)
  return name
}
