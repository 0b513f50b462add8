/** A file of courses/ as the compiler gets it. Paths are relative to the courses folder, with `/`. */
export interface SourceFile {
  path: string
  bytes: Uint8Array
}

export const largestFile = 1024 * 1024
