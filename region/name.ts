/** As it is called in running text. */
export const regionName = { sv: 'Dalarna', en: 'Dalarna' } as const
