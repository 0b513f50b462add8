import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { z } from 'zod'

const run = promisify(execFile)
const Bill = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({ component: z.looseObject({ name: z.string() }) }),
  components: z.array(z.looseObject({ name: z.string() })).nonempty(),
})

/**
 * Writes what Navet is made of as CycloneDX (JSON), by npm from the lock file alone: no net, no node_modules. What only
 * developers need is in it too, marked `cdx:npm:package:development`.
 */
export async function writeBillOfMaterials(root: string, file: string): Promise<void> {
  const args = [
    'sbom',
    '--sbom-format',
    'cyclonedx',
    '--package-lock-only',
    '--include=dev',
    '--include=optional',
    '--include=peer',
  ]
  const { stdout } = await run('npm', args, { cwd: root, maxBuffer: 2 ** 26, shell: process.platform === 'win32' })
  const bill = Bill.parse(JSON.parse(stdout))
  // npm calls it by the folder that it happens to lie in.
  bill.metadata.component.name = 'navet'
  await writeFile(join(root, file), `${JSON.stringify(bill, null, 1)}\n`)
}
