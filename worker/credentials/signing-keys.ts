import { z } from 'zod'

const Multikey = z.string().regex(/^z[1-9A-HJ-NP-Za-km-z]{40,50}$/)
const Coordinate = z.string().regex(/^[\w-]{43}$/)

/** One pair of keys. A key that was rotated away keeps its public halves, so that what it signed stays verifiable. */
const SigningKey = z.object({
  id: z.string().regex(/^key-[0-9a-z-]{4,40}$/),
  created: z.iso.date(),
  ed25519: z.object({ publicKeyMultibase: Multikey, secretKeyMultibase: Multikey.optional() }),
  p256: z.object({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: Coordinate,
    y: Coordinate,
    d: Coordinate.optional(),
  }),
})

export const SigningKeys = z.object({ keys: z.array(SigningKey).min(1) })

export type SigningKey = z.infer<typeof SigningKey>
export type SigningKeys = z.infer<typeof SigningKeys>

/** The key that signs: the newest, which has both secrets. */
export function activeKey({ keys }: SigningKeys): SigningKey | undefined {
  const newest = keys.at(-1)
  return newest?.ed25519.secretKeyMultibase && newest.p256.d ? newest : undefined
}
