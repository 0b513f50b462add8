import { join } from 'node:path'

/**
 * Types of questions describe their fields for the API with a library of 330 KB, which asks besides whether it may make
 * code as it runs. Where nothing is described, in a file that plays a course, it is left out.
 */
export const noDescriptions = { '@hono/zod-openapi': join(import.meta.dirname, 'described-nowhere.ts') }
