import { growLearners } from './grow.ts'
import { load } from './load.ts'
import { measureTree } from './process-tree.ts'
import { scenarios } from './scenarios.ts'
import { startProduct } from './start-product.ts'

const looked = ['lesson-signed-in', 'answer', 'team-250', 'credential']
const operations = 600

/**
 * What a database of many learners costs: its bytes a learner, and whether what people do every day costs more as it
 * grows. `sizes`: learners, ascending.
 */
export async function measureScale(root: string, sizes: readonly number[]): Promise<void> {
  const product = await startProduct(root)
  const { db } = product.place
  try {
    let there = 0
    for (const learners of sizes) {
      const began = performance.now()
      await growLearners(db, there, learners)
      const seconds = (performance.now() - began) / 1000
      const { rows } = await db.execute(
        'select page_count * page_size as bytes from pragma_page_count, pragma_page_size',
      )
      const bytes = Number(rows[0]!.bytes)
      console.log(
        `${learners} learners: ${(bytes / 2 ** 20).toFixed(0)} MB, ${(bytes / learners / 1024).toFixed(1)} KB each; ${seconds.toFixed(0)} s to make the last ${learners - there}`,
      )
      there = learners
      for (const scenario of scenarios.filter(({ name }) => looked.includes(name))) {
        const prepared = await scenario.prepare(product.place)
        await load((n) => prepared.operation(n), { seconds: 60, operations: 100 })
        const before = measureTree(product.pid).cpuMs
        await load((n) => prepared.operation(n + 100), { seconds: 120, operations })
        const cpuMs = (measureTree(product.pid).cpuMs - before) / operations
        console.log(`  ${scenario.name.padEnd(18)} cpu ${cpuMs.toFixed(2)} ms`)
      }
    }
  } finally {
    await product.stop()
  }
}
