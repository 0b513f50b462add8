import { buildIfNeeded } from '../start/build-if-needed.ts'
import { load } from './load.ts'
import { measureTree } from './process-tree.ts'
import { type Scenario, scenarios } from './scenarios.ts'
import { type Product, startProduct } from './start-product.ts'

const bursts = 5
const operationsABurst = 1200

/**
 * CPU of two checkouts, in bursts that take turns: what else the machine does meets both alike, so that the ratio of
 * the two holds where milliseconds of one run do not. The other must be built with its own dependencies.
 */
export async function measureAgainst(root: string, other: string, wanted: string | undefined): Promise<void> {
  await buildIfNeeded(root, console.error)
  const products = [await startProduct(root), await startProduct(other)] as const
  console.log('CPU ms an operation: here, there, here ÷ there (medians)')
  try {
    for (const scenario of scenarios.filter(({ name }) => !wanted || name === wanted)) await compare(scenario, products)
  } finally {
    await Promise.all(products.map((product) => product.stop()))
  }
}

async function compare(scenario: Scenario, products: readonly [Product, Product]): Promise<void> {
  const perBurst = scenario.operations ? scenario.operations / (bursts + 1) : operationsABurst
  const runs = await Promise.all(products.map((product) => burstsOf(scenario, product, perBurst)))
  const pairs: [number, number][] = []
  for (let n = 0; n <= bursts; n += 1) pairs.push([await runs[0]!(), await runs[1]!()])
  // The first warms both up.
  const counted = pairs.slice(1)
  const here = median(counted.map(([one]) => one))
  const there = median(counted.map(([, one]) => one))
  const ratio = median(counted.map(([one, two]) => one / two))
  console.log(`${scenario.name.padEnd(18)} ${here.toFixed(3)}  ${there.toFixed(3)}  ×${ratio.toFixed(2)}`)
}

async function burstsOf(scenario: Scenario, { place, pid }: Product, operations: number) {
  const prepared = await scenario.prepare(place)
  let done = 0
  return async () => {
    const before = measureTree(pid).cpuMs
    const from = done
    await load((n) => prepared.operation(from + n), { seconds: 120, operations })
    done += operations
    return (measureTree(pid).cpuMs - before) / operations
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
