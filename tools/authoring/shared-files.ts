import type { Framework } from '../../worker/courses/catalogue.ts'
import type { Fact, FactsById } from './facts.ts'
import type { Problems } from './problem.ts'
import { CompetencesFile, DomainsFile, FactsFile } from './schemas.ts'
import { readYaml } from './yaml-source.ts'

/** What every course refers to: the framework, the facts, the domains. */
export interface SharedFiles {
  framework: Framework
  outcomes: ReadonlySet<string>
  facts: FactsById
  domains: ReadonlySet<string>
}

export function readSharedFiles(texts: ReadonlyMap<string, string>, problems: Problems): SharedFiles {
  const competences = read(texts, 'competences.yml', CompetencesFile, problems)
  const facts: Fact[] = read(texts, 'facts.yml', FactsFile, problems)?.facts ?? []
  const domains = read(texts, 'domains.yml', DomainsFile, problems)?.domains ?? []
  return {
    framework: {
      version: competences?.version ?? 0,
      areas: (competences?.areas ?? []).map(({ id, name, question }) => ({ id, name, question })),
      levels: (competences?.levels ?? []).map(({ id, name }) => ({ id, name })),
      outcomes: competences?.outcomes ?? [],
    },
    outcomes: new Set(competences?.outcomes.map((outcome) => outcome.id)),
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    domains: new Set(domains),
  }
}

function read<T>(
  texts: ReadonlyMap<string, string>,
  path: string,
  schema: import('zod').z.ZodType<T>,
  problems: Problems,
): T | undefined {
  const text = texts.get(path)
  if (text === undefined) {
    problems.error('S02', { path, line: 1 }, `${path} is missing; every courses folder has one`)
    return undefined
  }
  return readYaml({ path, text, line: 1, column: 1 }, schema, problems)?.value
}
