import { defineConfig } from 'vitest/config'

/** What is killed, overloaded and taken away, one after the other. `npm test` does a little of it, `npm run drill` much. */
export default defineConfig({
  test: {
    include: ['test/drill/**/*.test.ts'],
    globalSetup: ['./test/support/built.ts'],
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 180_000,
  },
})
