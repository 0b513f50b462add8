import type { z } from 'zod'

import type { CellId, Framework, InBoth } from '../../../formats/catalogue/catalogue.ts'
import { checkFacts } from './facts.ts'
import { checkGlossary, type TermFinder, termFinders } from './glossary.ts'
import { didYouMean } from '../problems/near-miss.ts'
import type { Place, Problems } from '../problems/problem.ts'
import { CompetencesFile, DomainsFile, type Fact, FactsFile, GlossaryFile } from './schemas.ts'
import { type Placed, readYaml } from './yaml-source.ts'

/** Files beside the courses that all of them refer to. */
export const sharedNames = ['competences.yml', 'facts.yml', 'glossary.yml', 'paths.yml', 'domains.yml', 'words.yml']

/** What every course refers to. A list is undefined when its file cannot be read: then nothing is checked against it. */
export interface SharedFiles {
  framework: Framework
  cells: ReadonlySet<string> | undefined
  outcomes: ReadonlySet<string> | undefined
  facts: ReadonlyMap<string, Fact> | undefined
  /** Where a part of facts.yml was written. */
  factAt: (...keys: (string | number)[]) => Place
  domains: ReadonlySet<string> | undefined
  glossary: InBoth<TermFinder | undefined> | undefined
}

export function readSharedFiles(texts: ReadonlyMap<string, string>, problems: Problems): SharedFiles {
  const competences = read(texts, 'competences.yml', CompetencesFile, problems)?.value
  const facts = read(texts, 'facts.yml', FactsFile, problems)
  const domains = read(texts, 'domains.yml', DomainsFile, problems)?.value?.domains
  const glossary = texts.has('glossary.yml') ? read(texts, 'glossary.yml', GlossaryFile, problems) : undefined
  if (facts?.value) checkFacts(facts.value.facts, facts.at, problems)
  if (glossary) checkGlossary(glossary, problems)
  return {
    framework: {
      version: competences?.version ?? 0,
      areas: (competences?.areas ?? []).map(({ id, name, question, alignments }) => ({
        id,
        name,
        question,
        alignments,
      })),
      levels: (competences?.levels ?? []).map(({ id, name, autonomy }) => ({ id, name, autonomy })),
      outcomes: competences?.outcomes ?? [],
    },
    cells: competences && cellsOf(competences),
    outcomes: competences && new Set(competences.outcomes.map((outcome) => outcome.id)),
    facts: facts?.value && new Map(facts.value.facts.map((fact) => [fact.id, fact])),
    factAt: facts?.at ?? (() => ({ path: 'facts.yml', line: 1 })),
    domains: domains && new Set(domains),
    glossary: glossary?.value && termFinders(glossary.value),
  }
}

/** Reports a cell or outcome that competences.yml does not have. */
export function checkExists(
  written: string,
  known: ReadonlySet<string> | undefined,
  at: Place,
  problems: Problems,
): void {
  if (!known || known.has(written)) return
  problems.error('S29', at, `competence ${written.slice(0, 40)} does not exist${didYouMean(written, known)}`)
}

function read<T>(
  texts: ReadonlyMap<string, string>,
  path: string,
  schema: z.ZodType<T>,
  problems: Problems,
): Placed<T> | undefined {
  const text = texts.get(path)
  if (text !== undefined) return readYaml({ path, text, line: 1, column: 1 }, schema, problems)

  problems.error('S02', { path, line: 1 }, `${path} is missing or cannot be read; every courses folder has one`)
  return undefined
}

function cellsOf({ areas, levels }: z.infer<typeof CompetencesFile>): Set<CellId> {
  return new Set(areas.flatMap((area) => levels.map((level): CellId => `${area.id}-${level.id}`)))
}
