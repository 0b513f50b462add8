/** The looks of a file that stands alone: it is opened from a disk, where no stylesheet of the site can be had. */
export const heldStyle = `
:root { color-scheme: light dark; --line: #6b675f; --soft: #57534c; }
@media (prefers-color-scheme: dark) { :root { --line: #8d877c; --soft: #bdb7ab; } }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 2rem; line-height: 1.1; margin: 0 0 1rem; }
h2 { font-size: 1.375rem; line-height: 1.2; margin: 3rem 0 .75rem; }
ul { padding-inline-start: 1.25rem; }
ol { list-style: none; margin: 0; padding: 0; }
ol > li { border-top: 1px solid var(--line); padding: .75rem 0; break-inside: avoid; }
dl { margin: 0; }
dl div { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr); gap: 0 1rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
pre { margin: 0; font-size: .8125rem; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 30rem) { dl div { grid-template-columns: minmax(0, 1fr); } dd { margin-bottom: .375rem; } }
@media print {
  body { font-size: 9pt; max-width: none; padding: 0; }
  nav { display: none; }
  h2 { break-after: avoid; margin-top: 8mm; }
}
`
