import { dayInWords } from '../../formats/day.ts'
import type { Locale } from '../../formats/catalogue/catalogue.ts'
import type { UnreachedAddress } from '../../web/pages/accounts/unreached-addresses.tsx'
import type { selectBounces } from '../mail/store.ts'

/** The addresses of an account that mail does not reach. */
export function unreachedView(
  { bounces }: { bounces: Awaited<ReturnType<typeof selectBounces>> },
  locale: Locale,
): UnreachedAddress[] {
  return bounces.map(({ email, kind, day }) => ({ email, kind, day: dayInWords(day, locale) }))
}
