import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const styles = join(import.meta.dirname, '../../web/styles')

/** The stylesheets that a page names beside the one of every page, by their name. */
export const pageSheets = readdirSync(join(styles, 'pages')).map((file) => file.replace('.css', ''))

/**
 * What a page shows that is styled in a stylesheet it does not link: a selector whose classes and elements are all among
 * `names`. For the stylesheet of every page as well, since a rule there never stands in another.
 */
export function unstyled(names: ReadonlySet<string>, linked: readonly string[]): string[] {
  const there = new Set(linked.flatMap(partsOf))
  const missing = pageSheets.flatMap(partsOf).filter((part) => !there.has(part))
  return [...new Set(missing)].flatMap((part) =>
    selectorsOf(part)
      .filter((selector) => applies(selector, names))
      .map((selector) => `${part} ${selector}`),
  )
}

/** The components that a page's stylesheet is made of. */
export function partsOf(sheet: string): string[] {
  const text = readFileSync(join(styles, 'pages', `${sheet}.css`), 'utf8')
  return [...text.matchAll(/@import '\.\.\/components\/([\w-]+)\.css';/g)].map(([, part]) => part!)
}

function selectorsOf(part: string): string[] {
  const text = readFileSync(join(styles, 'components', `${part}.css`), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
  const preludes = [...text.matchAll(/([^{};]+)\{/g)].map(([, prelude]) => prelude!.trim())
  return preludes.filter((prelude) => !prelude.startsWith('@')).flatMap((list) => list.split(/,(?![^(]*\))/))
}

/** Whether all that the selector asks for is there; of a list in `:is()`, one is enough. */
function applies(selector: string, names: ReadonlySet<string>): boolean {
  const plain = selector.replaceAll(/:not\([^)]*\)/g, '').replaceAll(/\[[^\]]*\]/g, '')
  const lists = [...plain.matchAll(/:is\(([^)]*)\)/g)].map(([, list]) => namesIn(list!))
  const alone = namesIn(plain.replaceAll(/:is\([^)]*\)/g, ''))
  return alone.every((name) => names.has(name)) && lists.every((list) => list.some((name) => names.has(name)))
}

/** Classes, and elements with a hyphen. */
function namesIn(selector: string): string[] {
  const plain = selector.replaceAll(/::?[a-z-]+/g, '')
  return [...plain.matchAll(/(?:\.|(?<![\w.-])(?=[a-z]+-))([a-z][\w-]*)/g)].map(([, name]) => name!)
}
