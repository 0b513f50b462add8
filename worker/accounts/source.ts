import type { Visit } from '../visit.ts'

/** The network address a request comes from, where somebody we trust says so; undefined where nobody does. */
export function sourceOf({ settings, headers }: Pick<Visit, 'settings' | 'headers'>): string | undefined {
  return settings.ON_CLOUDFLARE ? (headers.get('cf-connecting-ip') ?? undefined) : undefined
}
