import type { Plugin } from 'vite'

const locales = /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/

/** zod brings its messages in fifty languages, 159 KB of the worker. None is shown to anybody; it wants the English. */
export function zodInEnglish(): Plugin {
  return {
    name: 'navet:zod-in-english',
    enforce: 'pre',
    load: (id) => (locales.test(id.split('?')[0]!) ? "export { default as en } from './en.js'" : undefined),
  }
}
