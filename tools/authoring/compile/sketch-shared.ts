import { z } from 'zod'

import type { CellId, Framework } from '../../../formats/catalogue/catalogue.ts'
import { type Fact, FactsFile } from '../files/schemas.ts'
import type { SharedFiles } from '../files/shared-files.ts'
import { readYaml } from '../files/yaml-source.ts'
import { Problems } from '../problems/problem.ts'

/** What the courses refer to, as far as it can be read: the facts that are right, and a framework that has cells. */
export function sketchShared(shared: SharedFiles, texts: ReadonlyMap<string, string>): SharedFiles {
  const framework = shared.framework.areas.length > 0 ? shared.framework : standInFramework
  return {
    ...shared,
    framework,
    cells: shared.cells ?? cellsOf(framework),
    facts: shared.facts ?? readableFacts(texts.get('facts.yml') ?? ''),
  }
}

function readableFacts(text: string): Map<string, Fact> {
  const entries = z.object({ facts: z.array(z.unknown()) })
  const { value } = readYaml({ path: 'facts.yml', text, line: 1, column: 1 }, entries, new Problems())
  const facts = (value?.facts ?? []).flatMap((entry) => FactsFile.shape.facts.element.safeParse(entry).data ?? [])
  return new Map(facts.map((fact) => [fact.id, fact]))
}

/** While competences.yml cannot be read, cells are called by their ids. */
const standInFramework: Framework = {
  version: 0,
  areas: (['UND', 'USE', 'CHK', 'PRO', 'RES', 'DEV'] as const).map((id) => ({
    id,
    name: { sv: id, en: id },
    question: { sv: id, en: id },
    alignments: [],
  })),
  levels: ([1, 2, 3] as const).map((id) => ({
    id,
    name: { sv: String(id), en: String(id) },
    autonomy: undefined,
  })),
  outcomes: [],
}

function cellsOf({ areas, levels }: Framework): Set<CellId> {
  return new Set(areas.flatMap((area) => levels.map((level): CellId => `${area.id}-${level.id}`)))
}
