import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const guide = join(import.meta.dirname, '../../../../courses/README.md')

/** The course that stands in the author's guide file by file, by its paths within the course; a test keeps it right. */
export function readGuideExample(): Map<string, string> {
  const blocks = readFileSync(guide, 'utf8').matchAll(
    /<summary><code>[^</]+\/([^<]+)<\/code><\/summary>\n\n````\w+\n([\s\S]*?\n)````\n/g,
  )
  return new Map([...blocks].map(([, path, text]) => [path!, text!]))
}
