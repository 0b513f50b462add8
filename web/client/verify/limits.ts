/** A badge with its picture stays far below this; what is larger is not read at all. */
export const largestFile = 5 * 1024 * 1024
