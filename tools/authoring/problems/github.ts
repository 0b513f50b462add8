/** How serious an annotation looks on a pull request. */
type Level = 'error' | 'warning' | 'notice'

interface Annotation {
  level: Level
  path: string
  line: number
  column?: number
  title: string
  message: string
}

/**
 * A workflow command that GitHub shows beside the line it is about. Escaped as GitHub's own toolkit does it: in the
 * message %, CR and LF, in properties also : and , which would end them.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function annotation({ level, path, line, column, title, message }: Annotation): string {
  const col = column === undefined ? '' : `,col=${column}`
  return `::${level} file=${property(path)},line=${line}${col},title=${property(title)}::${escaped(message)}`
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
