/** A learner's first answer to a question. */
export interface Response {
  learner: string
  question: string
  right: boolean
  /** Ordinals of the chosen options; none when there are no options or nothing was chosen. */
  chosen: readonly number[]
  /** It was shown in easy Swedish. */
  isEasy: boolean
  /** How many hints were open; null where that is not known. */
  hints: number | null
}

export type Flag = 'hard' | 'easy' | 'negative' | 'rewrite' | 'review' | 'unused' | 'ambiguous'

interface OptionUse {
  ordinal: number
  right: boolean
  /** Of those who answered, 0–1. */
  share: number
}

export interface ItemStatistics {
  question: string
  /** How many answered. */
  n: number
  /** Share of right answers, 0–1; undefined under 30 answers. */
  facility: number | undefined
  /** Corrected point-biserial, −1–1; undefined under 50 answers, or when all or none were right. */
  discrimination: number | undefined
  /** Undefined under 50 answers. */
  options: OptionUse[] | undefined
  /** Share of those who opened a hint, of those of whom it is known, 0–1; undefined under 30 of them. */
  hinted: number | undefined
  flags: Flag[]
}

/** From how many answers a figure is shown (checks.md, item statistics). */
const shownFrom = { facility: 30, discrimination: 50, action: 100, options: 50, hinted: 30, reliability: 100 } as const

/**
 * Statistics of each question from first answers of one test or course. The score that a question is compared with is
 * the learner's share of right answers to the other questions, so that learners who met different questions can be
 * compared. Of `all` the responses that score is made, also where figures are of some of them. `keys` gives the right
 * ordinals and the number of options of questions that have some. Formulas and thresholds: "Item statistics" in checks.md (Ebel & Frisbie 1991; Haladyna & Rodriguez 2013).
 */
export function itemStatistics(
  responses: readonly Response[],
  keys: ReadonlyMap<string, { right: readonly number[]; options: number }>,
  all = responses,
): ItemStatistics[] {
  const rests = restScores(all)
  return [...Map.groupBy(responses, ({ question }) => question)].map(([question, own]) => {
    const scored = own.flatMap((response) => {
      const score = rests(response)
      return score === undefined ? [] : [{ ...response, score }]
    })
    const n = own.length
    const facility = own.filter(({ right }) => right).length / n
    const discrimination = n >= shownFrom.discrimination ? pointBiserial(scored) : undefined
    const key = keys.get(question)
    const options = key && n >= shownFrom.options ? optionUse(own, key) : undefined
    return {
      question,
      n,
      facility: n >= shownFrom.facility ? facility : undefined,
      discrimination,
      options,
      hinted: hintedOf(own),
      flags: flagsOf({ n, facility, discrimination, options, ambiguous: key ? ambiguousOptions(scored, key) : [] }),
    }
  })
}

/**
 * r = (Mp − Mq) / S · √(p·q): the correlation between a right answer (1) and the score on the rest, with S the standard
 * deviation of all those scores (population). Undefined when nobody, or everybody, was right, or all scores are the same.
 */
export function pointBiserial(scored: readonly { right: boolean; score: number }[]): number | undefined {
  const scores = scored.map(({ score }) => score)
  const right = scored.filter((each) => each.right).map(({ score }) => score)
  const wrong = scored.filter((each) => !each.right).map(({ score }) => score)
  const deviation = Math.sqrt(variance(scores))
  if (right.length === 0 || wrong.length === 0 || deviation === 0) return undefined
  const p = right.length / scored.length
  return ((mean(right) - mean(wrong)) / deviation) * Math.sqrt(p * (1 - p))
}

/**
 * Kuder–Richardson 20: k/(k−1) · (1 − Σpq/σ²), with σ² the population variance of the sums. One row for each person, the
 * same items in the same order. Undefined for fewer than two items, or when all sums are the same.
 */
export function kr20(rows: readonly (readonly boolean[])[]): number | undefined {
  const k = rows[0]?.length ?? 0
  const spread = variance(rows.map((row) => row.filter(Boolean).length))
  if (k < 2 || spread === 0) return undefined
  const shares = Array.from({ length: k }, (_, item) => rows.filter((row) => row[item]).length / rows.length)
  return (k / (k - 1)) * (1 - shares.reduce((sum, p) => sum + p * (1 - p), 0) / spread)
}

/** KR-20 of the learners who answered every question; undefined for fewer than 100 of them. */
export function reliability(responses: readonly Response[]): { n: number; kr20: number | undefined } {
  const questions = [...new Set(responses.map(({ question }) => question))]
  const complete = [...Map.groupBy(responses, ({ learner }) => learner).values()].filter(
    (own) => new Set(own.map(({ question }) => question)).size === questions.length,
  )
  const rows = complete.map((own) =>
    questions.map((question) => own.some((each) => each.question === question && each.right)),
  )
  return { n: rows.length, kr20: rows.length >= shownFrom.reliability ? kr20(rows) : undefined }
}

/** A learner's share of right answers without the question at hand; undefined when there is no other. */
function restScores(responses: readonly Response[]): (response: Response) => number | undefined {
  const sums = new Map<string, { right: number; n: number }>()
  for (const { learner, right } of responses) {
    const sum = sums.get(learner) ?? { right: 0, n: 0 }
    sums.set(learner, { right: sum.right + Number(right), n: sum.n + 1 })
  }
  return ({ learner, right }) => {
    const sum = sums.get(learner)!
    return sum.n > 1 ? (sum.right - Number(right)) / (sum.n - 1) : undefined
  }
}

function hintedOf(own: readonly Response[]): number | undefined {
  const known = own.filter(({ hints }) => hints !== null)
  return known.length >= shownFrom.hinted ? known.filter(({ hints }) => hints! > 0).length / known.length : undefined
}

function optionUse(own: readonly Response[], key: { right: readonly number[]; options: number }): OptionUse[] {
  return Array.from({ length: key.options }, (_, ordinal) => ({
    ordinal,
    right: key.right.includes(ordinal),
    share: own.filter(({ chosen }) => chosen.includes(ordinal)).length / own.length,
  }))
}

/** Wrong options that the best third chose more often than the worst third. */
function ambiguousOptions(
  scored: readonly (Response & { score: number })[],
  key: { right: readonly number[]; options: number },
): number[] {
  const sorted = scored.toSorted((a, b) => a.score - b.score)
  const third = Math.floor(sorted.length / 3)
  const [bottom, top] = [sorted.slice(0, third), sorted.slice(sorted.length - third)]
  const times = (some: readonly Response[], ordinal: number) =>
    some.filter(({ chosen }) => chosen.includes(ordinal)).length
  return Array.from({ length: key.options }, (_, ordinal) => ordinal).filter(
    (ordinal) => !key.right.includes(ordinal) && times(top, ordinal) > times(bottom, ordinal),
  )
}

function flagsOf({
  n,
  facility,
  discrimination,
  options,
  ambiguous,
}: Pick<ItemStatistics, 'n' | 'discrimination' | 'options'> & { facility: number; ambiguous: number[] }): Flag[] {
  const flags: Flag[] = []
  if (n >= shownFrom.facility && facility < 0.3) flags.push('hard')
  if (n >= shownFrom.facility && facility > 0.95) flags.push('easy')
  if (discrimination !== undefined) {
    if (discrimination < 0) flags.push('negative')
    else if (discrimination < 0.1) flags.push('rewrite')
    else if (discrimination < 0.2) flags.push('review')
  }
  if (options?.some((option) => !option.right && option.share < 0.05)) flags.push('unused')
  if (options && ambiguous.length > 0) flags.push('ambiguous')
  return flags
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Of a population: divided by n. */
function variance(values: readonly number[]): number {
  const middle = mean(values)
  return mean(values.map((value) => (value - middle) ** 2))
}
