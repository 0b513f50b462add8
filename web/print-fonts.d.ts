declare module 'virtual:print-fonts' {
  /** `head` for headings, `text` and `bold` for the rest. */
  export const fonts: Record<'head' | 'text' | 'bold', import('./pdf/pdf-font.ts').FontFile>
}
