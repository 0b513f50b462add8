import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

import { catalogue } from './tools/authoring/live/vite-plugin.ts'
import { badgePictures } from './tools/build/badge-pictures.ts'
import { pageAssets } from './tools/build/page-assets.ts'
import { printFonts } from './tools/build/print-fonts.ts'

/** Libraries that the worker's tests load from a bundle kept beside node_modules: a thousand files less for each run. */
const bundledOnce = [
  '@hono/zod-openapi',
  '@libsql/client/web',
  'base58-universal',
  'better-auth/adapters/drizzle',
  'better-auth/api',
  'better-auth/cookies',
  'better-auth/minimal',
  'drizzle-orm',
  'drizzle-orm/libsql/web',
  'drizzle-orm/sqlite-core',
  'fflate',
  'hono',
  'hono/cookie',
  'hono/factory',
  'hono/http-exception',
  'hono/route',
  'hono/router/trie-router',
  'intl-messageformat',
  'jose',
  'jose/base64url',
  'jsonld',
  'uqr',
  'zod',
]

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
          deps: {
            optimizer: {
              ssr: {
                enabled: true,
                include: bundledOnce,
                rolldownOptions: {
                  external: [/^node:/, /^cloudflare:/],
                  resolve: { conditionNames: ['workerd', 'worker', 'browser', 'import', 'default'] },
                },
              },
            },
          },
        },
      },
    ],
  },
})
