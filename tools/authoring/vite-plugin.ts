import { resolve } from 'node:path'

import type { Plugin, ViteDevServer } from 'vite'

import type { Compilation } from './compile.ts'
import { compileOrThrow } from './load-catalogue.ts'

const catalogueId = 'virtual:catalogue'
const coursePrefix = 'virtual:course/'

/**
 * Serves `virtual:catalogue`, and every course as a module of its own that is imported when first asked for.
 * A build stops with every problem listed; a running dev server prints them and keeps the last good version.
 */
export function catalogue(folder = 'courses'): Plugin {
  let compilation: Compilation | undefined
  let root = folder

  return {
    name: 'navet:catalogue',
    configResolved(config) {
      root = resolve(config.root, folder)
    },
    async buildStart() {
      compilation ??= await compileOrThrow(root).catch((error: Error) =>
        this.error({ message: error.message, stack: '' }),
      )
    },
    resolveId(source) {
      return source === catalogueId || source.startsWith(coursePrefix) ? `\0${source}` : undefined
    },
    async load(source) {
      if (!source.startsWith('\0virtual:')) return undefined
      if (source === `\0${catalogueId}`) return catalogueModule((compilation ??= await compileOrThrow(root)))
      if (!source.startsWith(`\0${coursePrefix}`)) return undefined
      const id = source.slice(coursePrefix.length + 1)
      return `export const course = ${JSON.stringify(compilation?.courses.find((course) => course.id === id))}`
    },
    configureServer(server) {
      server.watcher.add(root)
      server.watcher.on('all', async (_event, file) => {
        if (!file.startsWith(root)) return
        try {
          compilation = await compileOrThrow(root)
          refresh(server)
        } catch (error) {
          server.config.logger.error(error instanceof Error ? error.message : String(error))
        }
      })
    },
  }
}

function refresh(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    for (const [id, module] of environment.moduleGraph.idToModuleMap) {
      if (id === `\0${catalogueId}` || id.startsWith(`\0${coursePrefix}`))
        environment.moduleGraph.invalidateModule(module)
    }
    environment.hot.send({ type: 'full-reload' })
  }
}

function catalogueModule({ framework, summaries }: Compilation): string {
  const loaders = summaries.map(({ id }) => `${JSON.stringify(id)}: () => import(${JSON.stringify(coursePrefix + id)})`)
  return `
const loaders = { ${loaders.join(', ')} }
export const catalogue = {
  framework: ${JSON.stringify(framework)},
  courses: ${JSON.stringify(summaries)},
  load(id) {
    return Object.hasOwn(loaders, id) ? loaders[id]().then((module) => module.course) : undefined
  },
}
`
}
