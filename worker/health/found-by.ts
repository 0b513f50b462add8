import { isUnavailable } from '../refusal.ts'

/** What a reading of the database found; of one that failed, why. */
export async function foundBy<T>(read: () => Promise<T>): Promise<T | 'unreachable' | 'unreadable'> {
  try {
    return await read()
  } catch (error) {
    return isUnavailable(error) ? 'unreachable' : 'unreadable'
  }
}
