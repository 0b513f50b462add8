import { site } from './en/site.ts'
import type { sv } from './sv.ts'

export const en: Record<keyof typeof sv, string> = { ...site }
