export const locales = ['sv', 'en'] as const
export type Locale = (typeof locales)[number]
/** The same thing in both languages. */
export type InBoth<T> = Record<Locale, T>
/** In which words a Swedish text stands. */
export type TextKind = 'usual' | 'easy'
/** The same in easy Swedish too, where somebody has written it. */
export type InTexts<T> = InBoth<T> & { easy?: T }
