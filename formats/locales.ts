export const locales = ['sv', 'en'] as const
export type Locale = (typeof locales)[number]
/** The same thing in both languages. */
export type InBoth<T> = Record<Locale, T>
