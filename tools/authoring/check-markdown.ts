import type { Place, Problems } from './problem.ts'

const tag = /<\/?([a-zA-Z][a-zA-Z0-9-]*)\b[^>]*>?/g
const link = /(!?)\[([^\]]*)\]\(\s*<?([^)\s>]*)>?[^)]*\)/g

export interface MarkdownContext {
  domains: ReadonlySet<string>
  /** Paths of every file of the course folder, relative to it. */
  files: ReadonlySet<string>
}

/** Finds raw HTML, dangerous and unknown links, and images that are not there. `place` is the text's first line. */
export function checkMarkdown(
  text: string,
  place: Place,
  { domains, files }: MarkdownContext,
  problems: Problems,
): void {
  withoutComments(text)
    .split('\n')
    .forEach((content, i) => {
      const line = { path: place.path, line: place.line + i }
      for (const [, name] of content.matchAll(tag)) {
        problems.error('S30', line, `HTML is not allowed (<${name}>); write plain markdown`)
      }
      for (const [, bang, , href = ''] of content.matchAll(link)) {
        if (bang) checkImage(href, line, files, problems)
        else checkLink(href, line, domains, problems)
      }
    })
}

/** Comments blanked, line breaks kept, so that line numbers hold. */
function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '))
}

function checkLink(href: string, place: Place, domains: ReadonlySet<string>, problems: Problems): void {
  if (/^(\/|#)/.test(href) && !href.startsWith('//')) return
  if (!/^https?:\/\//.test(href) || !URL.canParse(href)) {
    problems.error('S31', place, `the link "${href.slice(0, 60)}" does not begin with https://, / or #`)
    return
  }
  const host = new URL(href).hostname
  const allowed = [...domains].some((domain) => host === domain || host.endsWith(`.${domain}`))
  if (!allowed)
    problems.error('S32', place, `links to ${host} are not allowed; add the domain to domains.yml if it should be`)
}

function checkImage(href: string, place: Place, files: ReadonlySet<string>, problems: Problems): void {
  const path = href.replace(/^(\.\.?\/)*/, '')
  if (!/^(\.\.\/)?images\//.test(href)) {
    problems.error(
      'S33',
      place,
      `the image "${href.slice(0, 60)}" is outside the course; put it in the course's images/ folder`,
    )
  } else if (!files.has(path)) problems.error('S33', place, `the image ${path} does not exist in the course folder`)
}
