import type { PageProblem } from '../../../preview/page-view.ts'
import type { ChangedPage } from './changed-pages.ts'

/** One side of a changed page. */
export interface Side {
  /** As a page that needs nothing but itself; undefined for a pool, which is no page. */
  html: string | undefined
  /** Its questions as they are written, keys and all: HTML that is safe. */
  questions: string[]
  problems: (PageProblem & { path: string })[]
}

export interface Compared extends ChangedPage {
  before: Side | undefined
  after: Side | undefined
}

/**
 * One file that shows every changed page before and after, side by side, with what is wrong now. It opens from the disk,
 * runs no script and fetches nothing: what it shows was written by whoever opened the pull request.
 */
export function comparisonOf(pages: readonly Compared[], commit: string): string {
  const list = pages.map((page, i) => `<li><a href="#page-${i + 1}">${escaped(page.address)}</a> ${sumOf(page)}</li>`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Changed pages</title>
<style>${style}</style>
</head>
<body>
<h1>Changed pages</h1>
<p>Before is ${escaped(commit.slice(0, 10))}. ${pages.length === 0 ? 'No page has changed.' : ''}</p>
<fieldset><legend>Width</legend>
<label><input type="radio" name="width" checked> a phone</label>
<label><input type="radio" name="width" id="wide"> a computer</label></fieldset>
<ol>
${list.join('\n')}
</ol>
${pages.map(sectionOf).join('\n')}
</body>
</html>
`
}

function sumOf({ state, after }: Compared): string {
  const errors = (after?.problems ?? []).filter(({ severity }) => severity === 'error').length
  return `<strong>${state}</strong>${errors > 0 ? `, ${errors === 1 ? '1 error' : `${errors} errors`}` : ''}`
}

function sectionOf(page: Compared, i: number): string {
  const { address, state, after, before, isPool } = page
  const name = escaped(address)
  return `<section id="page-${i + 1}" aria-labelledby="name-${i + 1}">
<h2 id="name-${i + 1}">${name} <small>${state}</small></h2>
${problemsOf(after?.problems ?? [])}
${isPool ? '' : `<div class="sides">${sideOf('Before', before, name)}${sideOf('After', after, name)}</div>`}
${questionsOf(before, after, isPool)}
</section>`
}

function problemsOf(problems: Side['problems']): string {
  if (problems.length === 0) return '<p>No problems.</p>'
  const lines = problems.map(
    ({ path, line, severity, id, message }) =>
      `<li class="${severity}"><code>${escaped(path)}:${line}</code> <strong>${severity} ${id}</strong> ${escaped(message)}</li>`,
  )
  return `<ul class="problems">${lines.join('\n')}</ul>`
}

function sideOf(title: string, side: Side | undefined, name: string): string {
  if (side?.html === undefined) return `<div><h3>${title}</h3><p>There is no such page.</p></div>`
  return `<div><h3>${title}</h3><iframe title="${title}: ${name}" sandbox loading="lazy" srcdoc="${escaped(side.html)}"></iframe></div>`
}

function questionsOf(before: Side | undefined, after: Side | undefined, isOpen: boolean): string {
  if (!before?.questions.length && !after?.questions.length) return ''
  const column = (title: string, side: Side | undefined) =>
    `<div><h3>${title}</h3>${(side?.questions ?? []).map((html) => `<article>${html}</article>`).join('\n')}</div>`
  return `<details${isOpen ? ' open' : ''}><summary>The questions as they are written, with their keys</summary>
<div class="sides">${column('Before', before)}${column('After', after)}</div></details>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)
}

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 1rem; }
h2 { overflow-wrap: anywhere; border-top: 2px solid; padding-top: 1rem; }
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; }
.sides > div { min-width: 0; overflow-x: auto; }
iframe { width: 390px; height: 85vh; border: 1px solid; background: #fff; }
body:has(#wide:checked) iframe { width: 1280px; }
.problems { padding-left: 1.2rem; }
.error strong { color: light-dark(#a3140f, #ff9c8f); }
code { overflow-wrap: anywhere; }
article { border: 1px solid; padding: 0 1rem; margin-bottom: 1rem; }
summary { padding: 0.5rem 0; font-weight: bold; }
@media (max-width: 50rem) { .sides { grid-template-columns: minmax(0, 1fr); } }
`
