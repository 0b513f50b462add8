import { reasonIn } from '../refusal.ts'

/**
 * Does something; where it is refused for one of these reasons, looks whether it is done already, by a press before or
 * the other of two at once, and then gives what that one gave. Every other no stands.
 */
export async function unlessDone<T>(
  work: () => Promise<T>,
  { reasons, done }: { reasons: readonly string[]; done: () => Promise<T | undefined> },
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const already = reasons.includes(reasonIn(error) ?? '') ? await done() : undefined
    if (already === undefined) throw error
    return already
  }
}
