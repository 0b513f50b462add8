import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

import { catalogue } from './tools/authoring/live/vite-plugin.ts'
import { badgePictures } from './tools/build/badge-pictures.ts'
import { pageAssets } from './tools/build/page-assets.ts'
import { printFonts } from './tools/build/print-fonts.ts'

export default defineConfig({
  test: {
    onConsoleLog: (log) => !log.startsWith('{"at":') || log.includes('"event":"bug"'),
    projects: [
      {
        test: { name: 'unit', include: ['test/unit/**/*.test.ts', 'test/unit/**/*.test.tsx'], testTimeout: 60_000 },
        plugins: [
          catalogue({ folder: 'test/fixtures/courses', teaching: false }),
          pageAssets(),
          badgePictures(),
          printFonts(),
        ],
      },
      {
        plugins: [
          catalogue({ folder: 'test/fixtures/courses', over: 'test/fixtures/question-types', teaching: false }),
          pageAssets(),
          badgePictures(),
          printFonts(),
          cloudflareTest({ wrangler: { configPath: './wrangler.toml' } }),
        ],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts', 'test/worker/**/*.test.tsx'],
          globalSetup: ['./test/support/database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          deps: { optimizer: { ssr: { enabled: true, include: ['jsonld'] } } },
        },
      },
    ],
  },
})
