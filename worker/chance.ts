/** A number in [0, 1). Passed to rules as an argument, so that a test can decide it. */
export type Chance = () => number

export const chance: Chance = () => {
  if (next === numbers.length) {
    crypto.getRandomValues(numbers)
    next = 0
  }
  next += 1
  return numbers[next - 1]! / 2 ** 32
}

/** Asked for by the hundred: one call costs as much as two hundred numbers. */
const numbers = new Uint32Array(256)
let next = numbers.length

/** 128 random bits as 32 hexadecimal digits: for ids that must not be guessed. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
