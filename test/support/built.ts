import { join } from 'node:path'

import { buildIfNeeded } from '../../tools/start/build-if-needed.ts'

/** The build that every test of the run starts. */
export default function built() {
  return buildIfNeeded(join(import.meta.dirname, '../..'), console.log)
}
