/** What spreadsheets take for the beginning of a formula, also in full width. */
const formula = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u

/**
 * A table as Swedish spreadsheets open it: semicolons, and marked as UTF-8. What could be a formula begins with an
 * apostrophe, so that nothing that somebody wrote is ever computed where the file is opened.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(';')}\r\n`).join('')}`
}

function cellOf(text: string): string {
  const plain = formula.test(text) ? `'${text}` : text
  return `"${plain.replaceAll('"', '""')}"`
}
