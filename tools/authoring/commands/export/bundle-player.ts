import { join } from 'node:path'

import { build, type Plugin, type Rolldown } from 'vite'

import { licences } from '../../../build/licences.ts'
import { noDescriptions } from '../../../build/no-descriptions.ts'
import { questionStyles } from '../../../build/question-styles.ts'
import type { PlayedCourse } from './player/played-course.ts'

const root = join(import.meta.dirname, '../../../..')

/**
 * The script and styles that play a course in a browser, by their names in the package: Navet's own marking and views of
 * questions, which need neither a server nor inline code.
 */
export async function bundlePlayer(course: PlayedCourse): Promise<Map<string, string | Uint8Array>> {
  const built = (await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    // Addresses that begin with the package's own place.
    base: './',
    resolve: { alias: noDescriptions },
    plugins: [courseModule(course), questionStyles(), licences().inBuild],
    build: {
      write: false,
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: false,
      rollupOptions: {
        input: join(import.meta.dirname, 'player/index.ts'),
        output: {
          format: 'iife',
          entryFileNames: 'player.js',
          assetFileNames: (asset) => (asset.names[0]?.endsWith('.css') ? 'player.css' : 'assets/[name][extname]'),
        },
      },
    },
  })) as Rolldown.RolldownOutput
  return new Map(built.output.map((part) => [part.fileName, part.type === 'chunk' ? part.code : part.source]))
}

/** See player/virtual-course.d.ts. */
function courseModule(course: PlayedCourse): Plugin {
  const id = 'virtual:played-course'
  return {
    name: 'navet:played-course',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) => (source === `\0${id}` ? `export const course = ${JSON.stringify(course)}` : undefined),
  }
}
