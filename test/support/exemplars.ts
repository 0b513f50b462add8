import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const exemplars = join(root, 'test/fixtures/exemplars')
const shared = ['competences.yml', 'glossary.yml', 'domains.yml', 'words.yml', 'measurement']

/** The three model lessons as a courses folder of their own, with the files that all courses share and the facts of both. */
export async function exemplarsFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'navet-exemplars-'))
  for (const name of shared) await cp(join(root, 'courses', name), join(folder, name), { recursive: true })
  await cp(join(exemplars, 'tre-lektioner'), join(folder, 'tre-lektioner'), { recursive: true })
  const [ours, theirs] = await Promise.all([join(root, 'courses'), exemplars].map(factsIn))
  await writeFile(join(folder, 'facts.yml'), `facts:\n${ours}\n${theirs}`)
  await writeFile(join(folder, 'paths.yml'), 'paths: []\n')
  return folder
}

async function factsIn(folder: string): Promise<string> {
  const text = await readFile(join(folder, 'facts.yml'), 'utf8')
  return text.slice(text.indexOf('  - id:'))
}
