/** The two options of a question that is true or false. */
export const trueFalse = { sv: ['Sant', 'Falskt'], en: ['True', 'False'] } as const
