import type { Plugin } from 'vite'

const helper = '\0vite/preload-helper.js'

/**
 * What loads a script when it is asked for: the browser itself. Vite's own helper, 1.8 KB in the script of every page, first
 * brings the styles that such a script imports. Ours import none, and a build in which one does is refused.
 */
export function lateScripts(): Plugin {
  return {
    name: 'navet:late-scripts',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === helper ? 'export const __vitePreload = (load) => load()' : undefined),
    generateBundle(_, bundle) {
      if (this.environment.name !== 'client') return
      const withStyles = Object.values(bundle).filter(
        (chunk) => chunk.type === 'chunk' && chunk.isDynamicEntry && (chunk.viteMetadata?.importedCss.size ?? 0) > 0,
      )
      for (const { fileName } of withStyles) this.error(`${fileName} imports styles, which nothing would load`)
    },
  }
}
