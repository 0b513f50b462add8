import { extname, resolve, sep } from 'node:path'

import type { Logger, Plugin, ViteDevServer } from 'vite'

import { contentTypes } from '../../build/content-types.ts'
import { isForScript, mostScriptBytes, sealParts } from '../compile/seal-parts.ts'
import { writeBuiltCatalogue } from '../compile/built-catalogue.ts'
import {
  catalogueId,
  catalogueModule,
  draftCatalogueModule,
  partModule,
  partPrefix,
  sealedCatalogueModule,
} from '../compile/catalogue-module.ts'
import type { Compilation } from '../compile/compile.ts'
import { LiveCourses } from './live-courses.ts'
import { lineOf } from '../problems/problem.ts'
import { reloadPages, renewPages } from './refresh-pages.ts'

interface CatalogueApi {
  live: LiveCourses
  /** Runs before the pages load again, with what they are about to show. */
  beforeReload: (shown: Compilation) => Promise<void>
}

interface CatalogueOptions {
  /** Relative to Vite's root. */
  folder?: string | undefined
  /** A folder laid over it. */
  over?: string | undefined
  /** For an author's eyes. */
  draft?: boolean
  /** The checks of teaching as well; small folders made for tests do without. */
  teaching?: boolean
  /** So many bytes of courses go into the script; more lie among the assets. */
  mostBytes?: number
}

/**
 * Serves `virtual:catalogue`, and every course as a module of its own that is imported when first asked for.
 * A build stops with every problem listed. So does the start of a dev server, which later prints the problems and keeps
 * serving the last good version; but a draft's prints them from the start and shows all that can be read.
 */
export function catalogue({
  folder = 'courses',
  over = process.env.COURSES_PRIVATE,
  draft = false,
  teaching = true,
  mostBytes = mostScriptBytes,
}: CatalogueOptions = {}): Plugin<CatalogueApi> {
  let root = folder
  let live: LiveCourses
  const compiled = async () => (await live.state).served
  const listModule = (now: Compilation) => {
    if (draft) return draftCatalogueModule(now)
    return isForScript(now, mostBytes) ? catalogueModule(now) : sealedCatalogueModule(now, sealParts(now))
  }
  const api: CatalogueApi = {
    get live() {
      return live
    },
    beforeReload: () => Promise.resolve(),
  }

  return {
    name: 'navet:catalogue',
    api,
    /** Not in buildStart: an error thrown there is printed with the bundler's own stack. */
    async configResolved(config) {
      root = resolve(config.root, folder)
      live = new LiveCourses({ root, over, draft, teaching, once: config.command === 'build' })
      await compiled()
      await sayWrong(live, config.logger)
    },
    resolveId(source) {
      return source === catalogueId || source.startsWith(partPrefix) ? `\0${source}` : undefined
    },
    async load(source) {
      if (source === `\0${catalogueId}`) return listModule(await compiled())
      if (!source.startsWith(`\0${partPrefix}`)) return undefined
      return partModule(await compiled(), source.slice(partPrefix.length + 1))
    },
    /** Images belong to what the browser gets, not to the worker's bundle; so do parts for which the bundle is too small. */
    async generateBundle() {
      if (this.environment.config.consumer !== 'client') return
      const now = await compiled()
      for (const { address, bytes } of now.images) {
        this.emitFile({ type: 'asset', fileName: address.slice(1), source: bytes })
      }
      if (isForScript(now, mostBytes)) return
      for (const { file, bytes } of sealParts(now)) {
        this.emitFile({ type: 'asset', fileName: `parts/${file}`, source: bytes })
      }
    },
    /** For programs that start with the built worker: the catalogue that it holds. */
    async writeBundle({ dir }) {
      if (this.environment.config.consumer === 'client') return
      writeBuiltCatalogue(resolve(dir!, '../catalogue'), await compiled())
    },
    configureServer(server) {
      serveImages(server, compiled)
      rereadOnChange(server, { folders: [root, ...(over ? [resolve(over)] : [])], api, draft })
    },
  }
}

/** Prints what a build would refuse. */
async function sayWrong(live: LiveCourses, logger: Logger): Promise<void> {
  const held = await live.blocking()
  if (held.length > 0) logger.error(held.map(lineOf).join('\n'))
}

/** Parts of courses in a folder of their own: each course has one that is called `pool`. */
export function chunkFileNames({ facadeModuleId }: { facadeModuleId?: string | null }): string {
  const name = facadeModuleId?.startsWith(`\0${partPrefix}`) && facadeModuleId.slice(partPrefix.length + 1)
  return name ? `courses/${name}-[hash].js` : 'assets/[name]-[hash].js'
}

/** What the catalogue's plugin offers other programs of the same dev server. */
export function catalogueApi(plugins: readonly Plugin[]): CatalogueApi {
  return plugins.find((plugin): plugin is Plugin<CatalogueApi> => plugin.name === 'navet:catalogue')!.api!
}

function serveImages(server: ViteDevServer, compiled: () => Promise<Compilation>): void {
  server.middlewares.use(async (request, response, next) => {
    const image = request.url?.startsWith('/assets/courses/')
      ? (await compiled()).images.find((entry) => entry.address === request.url)
      : undefined
    if (!image) return next()

    response.setHeader('Content-Type', contentTypes[extname(image.address)] ?? 'application/octet-stream')
    if (extname(image.address) === '.svg') response.setHeader('Content-Security-Policy', svgPolicy)
    response.end(image.bytes)
  })
}

/** As web/public/_headers has it for a build: a drawing opened by its own address is no page of the site. */
const svgPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'"

/** An editor writes a file in several steps, so a moment passes first. */
const momentMs = 50

interface Watched {
  folders: string[]
  api: CatalogueApi
  draft: boolean
}

/** One reading at a time: a change during one asks for another after it. */
function rereadOnChange(server: ViteDevServer, { folders, api, draft }: Watched): void {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const reread = async () => {
    try {
      await api.live.reread()
      await sayWrong(api.live, server.config.logger)
      await api.beforeReload((await api.live.state).served)
    } catch (error) {
      server.config.logger.error(error instanceof Error ? error.message : String(error))
    }
    await (draft ? renewPages(server) : reloadPages(server))
  }
  server.watcher.add(folders)
  server.watcher.on('all', (_event, file) => {
    if (!folders.some((folder) => file.startsWith(folder + sep))) return
    clearTimeout(timer)
    timer = setTimeout(() => (running = running.then(reread)), momentMs)
  })
}
