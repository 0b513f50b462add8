import { createHash } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { join } from 'node:path'

import { AwsClient } from 'aws4fetch'

import { Problem } from '../../command/problem.ts'
import { inTemporary } from '../temporary.ts'
import type { Place } from './place.ts'
import { writeWhole } from '../../command/write-whole.ts'

/**
 * An S3-compatible bucket, `s3://BUCKET/PREFIX`. A backup is made whole in the temporary folder first and sent as one
 * object with its length and SHA-256, which the bucket checks: it is there whole or not at all.
 */
export function bucketPlace(name: string): Place {
  const { bucket, prefix } = partsOf(name)
  const client = clientFor(name)
  const base = `${endpointOf(client.region)}/${bucket}`
  const urlOf = (file: string) => `${base}/${[prefix, file].filter(Boolean).map(inPath).join('/')}`
  const ask = async (url: string, init: RequestInit & { body?: Blob } = {}, hash?: string) => {
    const { body, ...rest } = init
    const headers = hash ? { 'x-amz-content-sha256': hash } : {}
    const signed = await client.aws.sign(url, { ...rest, headers, aws: { service: 's3', region: client.region } })
    return answerOf(name, fetch(url, { method: signed.method, headers: signed.headers, ...(body ? { body } : {}) }))
  }

  return {
    name,
    async list() {
      const names: string[] = []
      for (let token: string | undefined = ''; token !== undefined;) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: prefix ? `${prefix}/` : '' })
        if (token) query.set('continuation-token', token)
        const xml = await (await ask(`${base}?${query}`)).text()
        const keys = [...xml.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => key!)
        names.push(...keys.map((key) => key.slice(prefix ? prefix.length + 1 : 0)))
        token = /<NextContinuationToken>([^<]*)</.exec(xml)?.[1]
      }
      return names
    },
    async write(file, bytes, signal) {
      return inTemporary(async (folder) => {
        const hash = createHash('sha256')
        const whole = join(folder, file)
        const size = await writeWhole(whole, hashed(bytes, hash), signal)
        await ask(urlOf(file), { method: 'PUT', body: await openAsBlob(whole) }, hash.digest('hex'))
        return size
      })
    },
    async read(file) {
      const { body } = await ask(urlOf(file))
      if (!body) throw new Problem(`${name} gave nothing for ${file}`)
      return body as unknown as AsyncIterable<Uint8Array>
    },
    async remove(file) {
      await ask(urlOf(file), { method: 'DELETE' })
    },
  }
}

function partsOf(name: string): { bucket: string; prefix: string } {
  const [, bucket, prefix = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(name) ?? []
  if (!bucket) throw new Problem(`${name} names no bucket: s3://BUCKET or s3://BUCKET/PREFIX`)
  return { bucket, prefix: prefix.replace(/\/+$/, '') }
}

function clientFor(name: string) {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION = 'us-east-1' } = process.env
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
    throw new Problem(
      `for ${name} set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_REGION and S3_ENDPOINT where needed`,
    )
  }
  const aws = new AwsClient({
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
  })
  return { aws, region: AWS_REGION }
}

function endpointOf(region: string): string {
  return (process.env.S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`).replace(/\/+$/, '')
}

function inPath(part: string): string {
  return part.split('/').map(encodeURIComponent).join('/')
}

async function answerOf(name: string, asked: Promise<Response>): Promise<Response> {
  const response = await asked.catch(() => {
    throw new Problem(`${name} cannot be reached: look at S3_ENDPOINT and AWS_REGION`)
  })
  if (response.ok) return response
  const code = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? response.status
  throw new Problem(
    response.status === 403 ? `${name} refuses the keys or the rights (${code})` : `${name} could not do it (${code})`,
  )
}

async function* hashed(bytes: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const piece of bytes) {
    hash.update(piece)
    yield piece
  }
}
