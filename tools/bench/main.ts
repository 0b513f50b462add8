import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import { Problem } from '../command/problem.ts'
import { runCommand, WrongCall } from '../command/run-command.ts'
import { buildIfNeeded } from '../start/build-if-needed.ts'
import { measureAgainst } from './against.ts'
import { type CompileFigure, measureCompile } from './compile.ts'
import { measureSigning } from './credentials.ts'
import { load, type Load, percentile } from './load.ts'
import { measureMixed } from './mixed.ts'
import { measureTree } from './process-tree.ts'
import { measureScale } from './scale.ts'
import { type Scenario, scenarios } from './scenarios.ts'
import { type Product, startProduct } from './start-product.ts'
import { type Sqld, startSqld } from '../test/sqld.ts'
import { measureWarmLesson } from './warm-lesson.ts'

const usage = `npm run -s bench -- [NAME] [--json FILE] [--seconds N] [--against FOLDER]

Starts the product as a build, and measures one scenario or each: answers a second, times, CPU and memory of all its
processes, and the ratio to the floor. It fails when an answer was wrong; a budget is told, not enforced.

  NAME               a scenario: ${[...scenarios.map(({ name }) => name), 'mixed-200', 'warm-lesson', 'compile', 'sign'].join(', ')}
  scale              what the database weighs and reads with more and more learners
  --json FILE        the figures for programs
  --seconds N        how long each scenario runs: 5; mixed-200 30, and 180 when it is asked for by name
  --against FOLDER   measures another checkout, built, in turns with this one
  --database sqld    on libSQL's own server instead of the embedded one; its CPU counts in mixed-200 alone
  --learners N,N…    for scale: 1000,5000,20000
  --help             this text

Exit codes: 0 measured, 1 an answer was wrong or it could not be measured, 2 wrong call.`
const root = join(import.meta.dirname, '../..')
let wanted: string | undefined
let seconds = 5
/** Overload shows after a while: three minutes when it is what was asked for. */
let mixedSeconds = 30
let sqld: Sqld | undefined

interface Figures {
  name: string
  rps: number
  p50_ms: number
  p99_ms: number
  cpu_ms: number
  pss_mb: number
  ratio: number
  /** What a scenario tells besides. */
  more?: Record<string, number>
}

const special = {
  async 'mixed-200'({ place, pid }: Product, all: Figures[]) {
    const { run, cpuMs, pssMb, more } = await measureMixed(place, [pid, ...(sqld ? [sqld.pid()] : [])], {
      people: 200,
      seconds: mixedSeconds,
    })
    const figure = { ...figureOf('mixed-200', run, cpuMs, pssMb, all[0]?.cpu_ms), more }
    all.push(figure)
    say(figure)
  },
  async 'warm-lesson'({ place: { url } }: Product, all: Figures[]) {
    const { ms, more } = await measureWarmLesson(url)
    const figure = {
      name: 'warm-lesson',
      rps: round(1000 / ms),
      p50_ms: round(ms),
      p99_ms: round(ms),
      cpu_ms: 0,
      pss_mb: 0,
      ratio: 0,
      more,
    }
    all.push(figure)
    say(figure)
  },
}

await runCommand({
  usage,
  options: {
    json: { type: 'string' },
    seconds: { type: 'string' },
    against: { type: 'string' },
    learners: { type: 'string', default: '1000,5000,20000' },
    database: { type: 'string', default: 'embedded' },
  },
  async work([name, ...more], { json, against, learners, database, ...values }) {
    if (more.length > 0) throw new WrongCall('one scenario, or none for all')
    wanted = name
    seconds = Number(values.seconds ?? seconds)
    mixedSeconds = Number(values.seconds ?? (wanted ? 180 : mixedSeconds))
    if (!(seconds > 0)) throw new WrongCall(`--seconds ${values.seconds} is no number of seconds`)
    if (!['embedded', 'sqld'].includes(database))
      throw new WrongCall(`--database ${database} is neither embedded nor sqld`)
    if (against) return measureAgainst(root, resolve(against), wanted)

    await buildIfNeeded(root, console.error)
    if (wanted === 'scale') return measureScale(root, learners.split(',').map(Number))

    const inProcess = wanted === 'sign' || wanted?.startsWith('compile')
    const figures = inProcess ? [] : await onDatabase(database, runServed)
    if (!wanted || inProcess) figures.push(...(await runInProcess()))
    if (json) await writeFile(json, JSON.stringify({ scenarios: figures }, undefined, 2))
  },
})
process.exit()

/** A server of its own is there for as long as it is measured on; one that has wedged meanwhile is told as such. */
async function onDatabase(kind: string, measureAll: () => Promise<Figures[]>): Promise<Figures[]> {
  if (kind === 'sqld') sqld = await startSqld()
  try {
    return await measureAll()
  } finally {
    await sqld?.stop()
  }
}

async function runServed(): Promise<Figures[]> {
  const product = await startProduct(root, sqld)
  const chosen = scenarios.filter(({ name }) => !wanted || name === wanted || name === 'floor')
  if (wanted && !chosen.some(({ name }) => name === wanted) && !Object.hasOwn(special, wanted)) {
    throw new Problem(`there is no scenario ${wanted}`)
  }
  const all: Figures[] = []
  for (const scenario of chosen) {
    const measured = await measure(scenario, product, all[0]?.cpu_ms)
    all.push(measured)
    say(measured, scenario.budgetMs)
  }
  for (const [name, measure] of Object.entries(special)) {
    if (!wanted || wanted === name) await measure(product, all)
  }
  await product.stop()
  return all
}

async function measure(scenario: Scenario, { place, pid }: Product, floorMs: number | undefined): Promise<Figures> {
  const prepared = await scenario.prepare(place)
  const operation = (n: number) => prepared.operation(n)
  const warmUp = scenario.operations ? 0 : 200
  for (let n = 0; n < warmUp; n += 1) await operation(n)
  const before = measureTree(pid)
  const run = await load(operation, {
    seconds: scenario.operations ? 120 : seconds,
    ...(scenario.operations ? { operations: scenario.operations } : {}),
  })
  const after = measureTree(pid)
  await prepared.check?.(run.operations + warmUp)
  const cpuMs = (after.cpuMs - before.cpuMs) / run.operations
  return figureOf(scenario.name, run, cpuMs, after.pssMb, floorMs)
}

function figureOf(name: string, run: Load, cpuMs: number, pssMb: number, floorMs: number | undefined): Figures {
  return {
    name,
    rps: round(run.operations / run.seconds),
    p50_ms: round(percentile(run.samples, 0.5)),
    p99_ms: round(percentile(run.samples, 0.99)),
    cpu_ms: round(cpuMs),
    pss_mb: round(pssMb),
    ratio: round(cpuMs / (floorMs ?? cpuMs)),
  }
}

async function runInProcess(): Promise<Figures[]> {
  const measured: CompileFigure[] = wanted === 'sign' ? [] : await measureCompile(join(root, 'courses'), wanted)
  if (!wanted || wanted === 'sign') {
    measured.push({ name: 'sign', cpuMs: await measureSigning(join(root, 'courses')), budgetMs: 8 })
  }
  if (wanted && wanted !== 'compile' && !measured.some(({ name }) => name === wanted)) {
    throw new Problem(`there is no scenario ${wanted}`)
  }
  return measured.map(({ name, cpuMs, budgetMs }) => {
    const figure = {
      name,
      rps: round(1000 / cpuMs),
      p50_ms: round(cpuMs),
      p99_ms: round(cpuMs),
      cpu_ms: round(cpuMs),
      pss_mb: round(process.memoryUsage.rss() / 2 ** 20),
      ratio: round(cpuMs / measured[0]!.cpuMs),
    }
    say(figure, budgetMs)
    return figure
  })
}

function say(figure: Figures, budget?: number): void {
  const over = budget !== undefined && figure.cpu_ms > budget ? '  over its budget' : ''
  const limit = budget === undefined ? '' : `  (budget ${budget} ms)`
  console.log(
    `${figure.name.padEnd(18)} ${String(figure.rps).padStart(8)}/s  p50 ${figure.p50_ms} ms  p99 ${figure.p99_ms} ms  cpu ${figure.cpu_ms} ms  ${figure.pss_mb} MB  ×${figure.ratio}${limit}${over}`,
  )
  if (figure.more) console.log(`  ${JSON.stringify(figure.more)}`)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
