import { cloudflare } from '@cloudflare/vite-plugin'
import { defineConfig } from 'vite'

import { catalogue, chunkFileNames } from './tools/authoring/live/vite-plugin.ts'
import { badgePictures } from './tools/build/badge-pictures.ts'
import { writeBillOfMaterials } from './tools/build/bill-of-materials.ts'
import { lateScripts } from './tools/build/late-scripts.ts'
import { licences } from './tools/build/licences.ts'
import { noFetching } from './tools/build/no-fetching.ts'
import { pageAssets, pageEntries } from './tools/build/page-assets.ts'
import { printFonts } from './tools/build/print-fonts.ts'
import { questionStyles } from './tools/build/question-styles.ts'
import { zodInEnglish } from './tools/build/zod-in-english.ts'
import { preview } from './tools/preview/vite-plugin.ts'

/** `npm run dev` tells the worker where its database is, and Vite answers for sources; a build is told by whoever serves it. */
const devVars = process.env.NAVET_DEV_VARS
const dev = devVars && {
  vars: JSON.parse(devVars) as Record<string, string>,
  // Added to wrangler.toml's list.
  assets: { run_worker_first: ['!/web/*', '!/formats/*', '!/region/*', '!/@*', '!/node_modules/*', '!/tools/*'] },
}

const licencesOf = licences()

export default defineConfig({
  plugins: [
    catalogue({ folder: devVars ? process.env.COURSES : undefined, draft: devVars !== undefined }),
    devVars !== undefined && preview(),
    pageAssets(),
    badgePictures(),
    printFonts(),
    questionStyles(),
    zodInEnglish(),
    lateScripts(),
    licencesOf.inBuild,
    cloudflare({ viteEnvironment: { name: 'worker' }, inspectorPort: false, ...(dev ? { config: dev } : {}) }),
  ],
  resolve: { alias: noFetching },
  publicDir: 'web/public',
  // Modules, so that the verifier's worker loads other issuers' contexts only when it needs them.
  worker: { format: 'es', plugins: () => [licencesOf.inWebWorkers] },
  environments: {
    client: {
      build: {
        manifest: true,
        outDir: 'dist/client',
        assetsInlineLimit: 0,
        rollupOptions: {
          input: pageEntries,
        },
      },
    },
    worker: {
      build: {
        outDir: 'dist/worker',
        minify: true,
        rollupOptions: {
          output: {
            chunkFileNames,
            // What is loaded at once is one file, however many late ones share parts of it.
            codeSplitting: { groups: [{ name: 'at-once', tags: ['$initial'] }] },
          },
        },
      },
    },
  },
  builder: {
    // Else every environment reads this file anew, and the courses are compiled three times.
    sharedConfigBuild: true,
    async buildApp(builder) {
      await builder.build(builder.environments.client!)
      await builder.build(builder.environments.worker!)
      await writeBillOfMaterials(builder.config.root, 'dist/sbom.cdx.json')
    },
  },
})
