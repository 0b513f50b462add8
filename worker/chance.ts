/** A number in [0, 1). Passed to rules as an argument, so that a test can decide it. */
export type Chance = () => number

export const chance: Chance = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32

/** 128 random bits as 32 hexadecimal digits: for ids that must not be guessed. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
