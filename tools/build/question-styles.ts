import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const styles = "@import '../questions/*.css';"

/** Puts the styles of every type of question into the stylesheet: a type brings its own file and is listed nowhere. */
export function questionStyles(): Plugin {
  let folder = ''
  return {
    name: 'navet:question-styles',
    enforce: 'pre',
    configResolved(config) {
      folder = join(config.root, 'web/questions')
    },
    transform(code, id) {
      if (!id.split('?')[0]!.endsWith('/web/styles/index.css')) return undefined
      return code.replace(styles, stylesIn(folder).join('\n'))
    },
  }
}

function stylesIn(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.css'))
  return files.sort().map((file) => `@import '../questions/${file}';`)
}
