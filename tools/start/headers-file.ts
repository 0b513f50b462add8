export interface HeaderRule {
  /** A path; `*` stands for any part of it. */
  pattern: string
  /** Headers of earlier rules that this one takes away. */
  without: string[]
  headers: [name: string, value: string][]
}

/**
 * Reads a `_headers` file of Cloudflare: a path at the beginning of a line, under it `Name: value` or `! Name`, `#` for a
 * remark. Throws an Error that names the line it does not understand, placeholders such as `/:lang` among them.
 * Source: https://developers.cloudflare.com/workers/static-assets/headers/
 */
export function readHeaderRules(text: string): HeaderRule[] {
  const rules: HeaderRule[] = []
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const words = line.trim()
    if (words === '' || words.startsWith('#')) continue
    const header = /^([\w-]+): *(\S.*)$/.exec(words)
    const rule = rules.at(-1)
    if (/^\/[^:\s]*$/.test(line)) rules.push({ pattern: line, without: [], headers: [] })
    else if (rule && /^\s+! *[\w-]+$/.test(line)) rule.without.push(words.slice(1).trim())
    else if (rule && header && /^\s/.test(line)) rule.headers.push([header[1]!, header[2]!])
    else throw new Error(`_headers:${i + 1}: not understood: ${line}`)
  }
  return rules
}

/** The headers that the rules give one path. What two rules say of the same header is joined, as Cloudflare does. */
export function headersFor(path: string, rules: readonly HeaderRule[]): Record<string, string> {
  const headers = new Headers()
  for (const rule of rules) {
    if (!matches(path, rule.pattern)) continue
    for (const name of rule.without) headers.delete(name)
    for (const [name, value] of rule.headers) headers.append(name, value)
  }
  return Object.fromEntries(headers)
}

function matches(path: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}$`).test(path)
}
