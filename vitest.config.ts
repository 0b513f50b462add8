import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig, type UserWorkspaceConfig } from 'vitest/config'

import { catalogue } from './tools/authoring/live/vite-plugin.ts'
import { badgePictures } from './tools/build/badge-pictures.ts'
import { pageAssets } from './tools/build/page-assets.ts'
import { printFonts } from './tools/build/print-fonts.ts'
import { whyNoSqld } from './tools/test/sqld.ts'

/** Libraries that the worker's tests load from a bundle kept beside node_modules: a thousand files less for each run. */
const bundledOnce = [
  '@hono/zod-openapi',
  '@libsql/client/web',
  '@simplewebauthn/server',
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

/**
 * What could go another way on libSQL's own server: races, batches and transactions, refusals of constraints and
 * triggers, leases, what a busy database says, and how rows come back.
 */
const onSqld = [
  'asking-for-codes',
  'badge-test',
  'badges-one-reading',
  'company-owner',
  'erasure',
  'hand-in',
  'hostile-rows',
  'in-batch',
  'join-limits',
  'kept-briefly',
  'mail',
  'mail-lanes',
  'practice',
  'requirements',
  'sessions',
  'sign-in',
  'unreadable-rows',
  'unruly-database',
].map((name) => `test/worker/${name}.test.ts`)

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
      workerProject('worker', ['test/worker/**/*.test.ts', 'test/worker/**/*.test.tsx'], './test/support/database.ts'),
      ...(whyNoSqld() ? [] : [sqldProject()]),
    ],
  },
})

/** The worker's tests in workerd, on the database that a setup starts. */
function workerProject(name: string, include: string[], database: string): UserWorkspaceConfig & { test: object } {
  return {
    plugins: [
      catalogue({ folder: 'test/fixtures/courses', over: 'test/fixtures/question-types', teaching: false }),
      pageAssets(),
      badgePictures(),
      printFonts(),
      cloudflareTest({ wrangler: { configPath: './wrangler.toml' } }),
    ],
    test: {
      name,
      include,
      globalSetup: [database],
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
  }
}

/** The same on libSQL's own server: in `npm test` what depends on the database, in `npm run drill` all. */
function sqldProject() {
  const files = process.env.DRILL_SQLD === 'all' ? ['test/worker/**/*.test.{ts,tsx}'] : onSqld
  const project = workerProject('worker-sqld', files, './test/support/sqld-database.ts')
  return { ...project, test: { ...project.test, fileParallelism: false, sequence: { groupOrder: 1 } } }
}
