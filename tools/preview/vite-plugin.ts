import type { ServerResponse } from 'node:http'
import type { Plugin } from 'vite'

import type { LiveCourses } from '../authoring/live/live-courses.ts'
import { catalogueApi } from '../authoring/live/vite-plugin.ts'
import { checksPage } from './checks-page.ts'
import { previewPage } from './page-preview.ts'
import { withFigures } from './with-figures.ts'

const decoder = new TextDecoder()

/**
 * What `npm run dev` tells the author's panel, under /@preview/. A build does not know this plugin, and the worker
 * knows nothing of it in either.
 */
export function preview(): Plugin {
  return {
    name: 'navet:preview',
    apply: 'serve',
    configureServer(server) {
      const { live } = catalogueApi(server.config.plugins)
      server.middlewares.use('/@preview', async (request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://dev')
        if (url.pathname === '/page.json') return sendPage(live, url.searchParams.get('address') ?? '/', response)
        if (url.pathname === '/checks') return sendChecks(live, response)
        next()
      })
    },
  }
}

async function sendPage(live: LiveCourses, address: string, response: ServerResponse): Promise<void> {
  const { now, files } = await live.state
  const textOf = (path: string) => decoder.decode(files.find((file) => file.path === path)?.bytes)
  response.setHeader('Content-Type', 'application/json')
  response.setHeader('Cache-Control', 'no-store')
  response.end(JSON.stringify(await withFigures(previewPage(now, address, textOf), now)))
}

async function sendChecks(live: LiveCourses, response: ServerResponse): Promise<void> {
  const file = (await live.state).files.find(({ path }) => path === 'checks.md')
  response.statusCode = file ? 200 : 404
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(checksPage(file && decoder.decode(file.bytes)))
}
