import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
/** Those of other people's programs, and the one that runs every check. */
const others = ['test', 'check', 'format', 'db:generate']

/**
 * Every command of package.json that is a tool of ours: its name, its file below tools/, and the words that follow the file.
 * What stands before the file, Node's own options and the environment, is not read.
 */
export const commands = Object.entries(scripts)
  .filter(([name]) => !others.includes(name))
  .map(([name, line]) => {
    const [, file, words] = /\bnode (?:--\S+ )*tools\/(\S+)((?: \S+)*)$/.exec(line) ?? []
    if (!file) throw new Error(`package.json: no tool is seen in ${name}: ${line}`)
    return { name, file, words: words!.split(' ').filter(Boolean) }
  })
