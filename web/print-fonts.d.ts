declare module 'virtual:print-fonts' {
  /** `head` for headings, `text` and `bold` for the rest. */
  export const fonts: Record<'head' | 'text' | 'bold', import('../formats/pdf/pdf-font.ts').FontFile>
}

declare module 'virtual:name-fonts' {
  /** Of the letters that names may have and the others lack; the first that has a letter writes it. */
  export const nameFonts: import('../formats/pdf/pdf-font.ts').FontFile[]
}
