import { join } from 'node:path'

import { build, type Rolldown } from 'vite'

import { questionStyles } from '../../../build/question-styles.ts'

const root = join(import.meta.dirname, '../../../..')

/** The styles of the site, with fonts and pictures in them: nothing lies beside. */
export async function inlineStyles(): Promise<string> {
  const { output } = (await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    plugins: [questionStyles()],
    build: {
      write: false,
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      rollupOptions: { input: join(root, 'web/styles/index.css') },
    },
  })) as Rolldown.RolldownOutput
  return output
    .flatMap((part) => (part.type === 'asset' && part.fileName.endsWith('.css') ? [part.source] : []))
    .join('')
}
