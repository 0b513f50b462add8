import { Marked, type Tokens } from 'marked'

/** The author's guide to the checks. A heading that begins with a check's id can be linked to by it. */
const marked = new Marked({
  gfm: true,
  renderer: {
    heading({ depth, tokens, text }: Tokens.Heading) {
      const id = /^[A-Z]\d\d\b/.exec(text)?.[0]
      return `<h${depth}${id ? ` id="${id}"` : ''}>${this.parser.parseInline(tokens)}</h${depth}>\n`
    },
    html: () => '',
  },
})

/** `text` is that of courses/checks.md; undefined when the folder has none. */
export function checksPage(text: string | undefined): string {
  const body = text === undefined ? '<p>The courses folder has no checks.md.</p>' : marked.parse(text, { async: false })
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Checks</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/web/styles/index.css"></head>
<body><main class="section"><div class="wrap"><article class="stack measure">${body}</article></div></main></body></html>`
}
