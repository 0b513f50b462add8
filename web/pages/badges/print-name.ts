import { nameFonts } from 'virtual:name-fonts'
import { fonts } from 'virtual:print-fonts'

import { isPlainName, nameAsPrinted } from './name-as-printed.ts'

/** The letters of a name that no font of ours can print; empty where all can be. */
export function unprintable(name: string): string {
  if (isPlainName(name)) return ''
  const all = [fonts.bold, ...nameFonts]
  const lacking = [...nameAsPrinted(name)].filter((char) => !all.some(({ glyphs }) => Object.hasOwn(glyphs, char)))
  return [...new Set(lacking)].join(' ')
}
