/** A markdown file's two parts, each with the line where it begins. */
export interface Parts {
  /** undefined when the file has no front matter; `ended` is false when its last `---` is missing. */
  yaml: { text: string; line: number; ended: boolean } | undefined
  body: { text: string; line: number }
}

/** Splits a file at its `---` lines. */
export function splitFrontMatter(text: string): Parts {
  const lines = text.split('\n')
  if (lines[0]?.trimEnd() !== '---') return { yaml: undefined, body: { text, line: 1 } }

  const end = lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---')
  if (end === -1) {
    return { yaml: { text: '', line: 2, ended: false }, body: { text: '', line: lines.length } }
  }
  return {
    yaml: { text: lines.slice(1, end).join('\n'), line: 2, ended: true },
    body: { text: lines.slice(end + 1).join('\n'), line: end + 2 },
  }
}
