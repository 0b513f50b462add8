import { z } from 'zod'

import { type Account, Refused, type Version } from './account.ts'

/** https://developers.cloudflare.com/workers/configuration/multipart-upload-metadata/ */
const Metadata = z.object({
  main_module: z.string(),
  compatibility_date: z.string(),
  compatibility_flags: z.array(z.string()).default([]),
  bindings: z.array(z.object({ name: z.string(), type: z.string(), text: z.string().optional() })),
  keep_bindings: z.array(z.string()).default([]),
  annotations: z.record(z.string(), z.string()).default({}),
  assets: z.object({ jwt: z.string(), config: z.object({ _headers: z.string().optional() }).loose() }),
})

/** What was uploaded, with the secrets of the version before it. */
export async function readUpload(
  account: Account,
  before: Version,
  { body, type }: { body: Buffer; type: string },
): Promise<Omit<Version, 'id' | 'number' | 'createdOn'>> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const metadata = Metadata.parse(JSON.parse(String(form.get('metadata'))))
  const secrets = Object.entries(before.settings).filter(([name]) => before.secretNames.includes(name))
  const missing = metadata.bindings.filter(({ name, type: kind }) => kind === 'inherit' && !(name in before.settings))
  if (missing.length > 0)
    throw new Refused(10_056, missing.map(({ name }) => `inherit binding '${name}' is invalid`).join('\n'))
  const told = metadata.bindings.filter(({ text }) => text !== undefined).map(({ name, text }) => [name, text!])
  const files = [...form].filter((part): part is [string, File] => typeof part[1] !== 'string')
  const modules = await Promise.all(
    files
      .filter(([, file]) => file.type.startsWith('application/javascript'))
      .map(async ([name, file]) => ({ name, text: await file.text() })),
  )
  return {
    annotations: { 'workers/triggered_by': 'version_upload', ...metadata.annotations },
    settings: Object.fromEntries([...secrets, ...told]),
    secretNames: secrets.map(([name]) => name),
    idBinding: metadata.bindings.find(({ type: kind }) => kind === 'version_metadata')?.name,
    modules: modules.sort((a, b) => Number(b.name === metadata.main_module) - Number(a.name === metadata.main_module)),
    compatibility: { date: metadata.compatibility_date, flags: metadata.compatibility_flags },
    files: filesOf(account, metadata.assets.jwt),
    fault: account.nextFault,
    headersFile: metadata.assets.config._headers ?? '',
  }
}

function filesOf(account: Account, jwt: string): Record<string, Buffer> {
  const files = account.sessions.get(jwt)
  if (!files) throw new Refused(10_000, 'no such upload of assets')
  return Object.fromEntries(Object.entries(files).map(([path, hash]) => [path, account.stored.get(hash)!]))
}
