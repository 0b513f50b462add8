import type { Flag, ItemStatistics } from './item-statistics.ts'

export interface CourseStatistics {
  course: string
  practice: Figures & { reliability: { n: number; kr20: number | undefined } }
  test: Figures
}

/** A question's figures, where it is written, and the share of right answers that its author expects. */
type MeasuredQuestion = ItemStatistics & { at: string; expected?: number | undefined }

/** Each question by itself, apart from the same one in easy Swedish. */
interface Figures {
  items: MeasuredQuestion[]
  easy: MeasuredQuestion[]
}

const meanings: Record<Flag, string> = {
  hard: 'under 30 % right: too hard, or the key is wrong',
  easy: 'over 95 % right: tells nothing; keep it only if safety hangs on it',
  negative: 'the best get it wrong: check the key now',
  rewrite: 'hardly tells skill: rewrite it',
  review: 'tells little of skill: look at it',
  unused: 'a wrong option is chosen by under 5 %: replace it',
  ambiguous: 'the best third chooses a wrong option more often than the worst: it can be read in two ways',
}

/** For reading: a line a question, with its source line, and what its flags mean. */
export function formatStats(courses: readonly CourseStatistics[]): string {
  return courses.map(courseText).join('\n')
}

function courseText({ course, practice, test }: CourseStatistics): string {
  const { n, kr20 } = practice.reliability
  const reliability =
    kr20 === undefined
      ? `KR-20: from 100 learners who have answered everything (${n} now)`
      : `KR-20: ${kr20.toFixed(2)} (${n} learners)${kr20 < 0.6 ? '; good for groups only' : ''}`
  return [
    `${course}`,
    '  practice, first answers',
    ...rows(practice),
    `    ${reliability}`,
    '  badge test, first tests',
    ...rows(test),
    '',
  ].join('\n')
}

function rows({ items, easy }: Figures): string[] {
  if (items.length + easy.length === 0) return ['    nobody has answered yet']
  return [...lines(items), ...(easy.length > 0 ? ['    in easy Swedish', ...lines(easy)] : [])]
}

function lines(items: Figures['items']): string[] {
  return items.flatMap((item) => [
    `    ${item.at}  ${item.question}  ${figures(item)}`,
    ...item.flags.map((flag) => `      ${flag}: ${meanings[flag]}`),
  ])
}

/** One question's figures and flags in a line. */
export function figuresLine(item: ItemStatistics & { expected?: number | undefined }): string {
  return [figures(item), ...item.flags.map((flag) => meanings[flag])].join('; ')
}

function figures(item: ItemStatistics & { expected?: number | undefined }): string {
  const { n, facility, discrimination, options, hinted, expected } = item
  const guess = expected === undefined ? '' : ` (${expected.toFixed(2)} expected)`
  return [
    `n ${n}`,
    facility === undefined ? 'p from 30' : `p ${facility.toFixed(2)}${guess}`,
    discrimination === undefined ? 'r from 50' : `r ${discrimination.toFixed(2)}${n < 100 ? ' (act from 100)' : ''}`,
    ...(hinted === undefined ? [] : [`hints ${Math.round(hinted * 100)} %`]),
    ...(options
      ? [
          options
            .map(({ ordinal, right, share }) => `${right ? '*' : ''}${ordinal + 1}: ${Math.round(share * 100)} %`)
            .join(', '),
        ]
      : []),
  ].join('  ')
}
