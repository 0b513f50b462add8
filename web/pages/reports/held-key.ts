import { held } from '../../messages/sv/held.ts'

/** The key of what a part of the document, or a column in it, is called; undefined where there are no words yet. */
export function heldKey(kind: 'section' | 'field', name: string): keyof typeof held | undefined {
  const plain = name.replaceAll(/[^a-z]+/gi, '-')
  const key = `held.${kind}.${plain}`
  return Object.hasOwn(held, key) ? (key as keyof typeof held) : undefined
}
