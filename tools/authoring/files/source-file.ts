/** A file of courses/ as the compiler gets it. */
export interface SourceFile {
  /** Relative to the courses folder, with `/`. */
  path: string
  bytes: Uint8Array
  /** What problems call the file, when that is not the folder's name and `path`: it may lie in COURSES_PRIVATE. */
  shownAs?: string
  /** No file of its own, so it has no bytes: a symbolic link, or what else a folder may hold. */
  isLink?: boolean
}

export const largestFile = 1024 * 1024
