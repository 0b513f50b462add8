/** A part of the answer that is JSON already. */
export type Json = string
