/** Words that stand on every page. */
export const site = {
  'site.name': 'Navet',
} as const
