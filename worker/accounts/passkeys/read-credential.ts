import { z } from 'zod'

const Binary = z.string().regex(/^[\w-]{0,16000}$/)
const Id = z.string().regex(/^[\w-]{1,1400}$/)
const shared = {
  id: Id,
  rawId: Id,
  type: z.literal('public-key'),
}
const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const

/** A new credential as a browser writes it in JSON. What is not understood of how it is reached is left out. */
const Registration = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: Binary,
    attestationObject: Binary,
    transports: z
      .array(z.string())
      .max(20)
      .default([])
      .transform((all) => transports.filter((each) => all.includes(each))),
  }),
})

/** What a device signed with one that it has. */
const Authentication = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: Binary,
    authenticatorData: Binary,
    signature: Binary,
  }),
})

/** undefined for whatever no browser wrote. */
export const readRegistration = (text: string) => reading(Registration, text)
export const readAuthentication = (text: string) => reading(Authentication, text)

function reading<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
