import { site } from './sv/site.ts'

export const sv = { ...site }
