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
    const text = lines.findIndex((line, i) => i > 0 && !isOfYaml(line))
    const start = text === -1 ? lines.length : text
    return {
      yaml: { text: lines.slice(1, start).join('\n'), line: 2, ended: false },
      body: { text: lines.slice(start).join('\n'), line: start + 1 },
    }
  }
  return {
    yaml: { text: lines.slice(1, end).join('\n'), line: 2, ended: true },
    body: { text: lines.slice(end + 1).join('\n'), line: end + 2 },
  }
}

/** Where front matter never ends, the text begins with the first line that is none of it. */
function isOfYaml(line: string): boolean {
  return /^(?:[a-z_]+:|\s+\S|\s*- )/.test(line)
}
