/** An answer that this browser keeps while nobody is signed in, or until it can be sent. */
export interface KeptAnswer {
  id: string
  course: string
  lesson: string
  question: string
  version: string
  /** Of options; of an order all of them, in sequence. */
  tokens: string[]
  /** A short text or a number, as typed, and in which language: it decides how a number is read. */
  text?: string
  locale?: string
  /** How sure the learner was, and how many hints were looked at. */
  confidence?: string
  hints?: number
  at: number
  /** It was given to easy Swedish. */
  easy?: boolean
  /** How many questions the lesson had: tells whether it is done where its questions are not at hand. */
  of?: number
  /** The first answer to the question, where this is a later one: what was felt of it is what counts. */
  first?: KeptAnswer
}

export interface CourseSteps {
  lesson: string
  questions: string[]
}

/** The newest answer per question, with the first; one more never removes another question's. */
export function withAnswer(kept: readonly KeptAnswer[], answer: KeptAnswer): KeptAnswer[] {
  const isSame = (other: KeptAnswer) => other.course === answer.course && other.question === answer.question
  const before = kept.find(isSame)
  const first = before && (before.first ?? (before.id === answer.id ? undefined : before))
  return [...kept.filter((other) => !isSame(other)), { ...answer, ...(first ? { first } : {}) }]
}

/** Each answer as it is sent, the first to its question before it. */
export function withFirsts(answers: readonly KeptAnswer[]): KeptAnswer[] {
  return answers.flatMap(({ first, ...answer }) => (first && isAnswer(first) ? [first, answer] : [answer]))
}

/** What of a text in storage is a list of answers; anything else counts as nothing kept. */
export function parseAnswers(text: string | null): KeptAnswer[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(list) ? list.filter(isAnswer) : []
  } catch {
    return []
  }
}

function isAnswer(value: unknown): value is KeptAnswer {
  if (typeof value !== 'object' || value === null) return false
  const entry = value as Record<string, unknown>
  const texts = ['id', 'course', 'lesson', 'question', 'version'].every((name) => typeof entry[name] === 'string')
  const typed = ['text', 'locale', 'confidence'].every((name) => ['string', 'undefined'].includes(typeof entry[name]))
  return texts && typed && typeof entry.at === 'number' && Array.isArray(entry.tokens)
}

/** Lists short enough for one request, each with its first answer: the server takes 200 and 64 kB. */
export function inParts(answers: readonly KeptAnswer[], size = 50): KeptAnswer[][] {
  return Array.from({ length: Math.ceil(answers.length / size) }, (_, i) => answers.slice(i * size, (i + 1) * size))
}

/** `course/lesson` of every lesson with as many kept answers as it had questions. */
export function finishedLessons(kept: readonly KeptAnswer[]): string[] {
  const counts = new Map<string, { answers: number; of: number }>()
  for (const { course, lesson, of = Infinity } of kept) {
    const place = `${course}/${lesson}`
    const known = counts.get(place) ?? { answers: 0, of }
    counts.set(place, { answers: known.answers + 1, of: Math.min(known.of, of) })
  }
  return [...counts].filter(([, { answers, of }]) => answers >= of).map(([place]) => place)
}
