import { mkdirSync } from 'node:fs'

import S3rver from 's3rver'
import { expect, onTestFinished, test, vi } from 'vitest'

import { bucketPlace } from '../../../tools/backup/places/bucket.ts'
import { freePort } from '../../../tools/start/free-port.ts'
import { runTool } from '../../support/run-tool.ts'
import { addUser, database, each, newFolder, passphrase } from './support.ts'

async function bucket() {
  const port = await freePort()
  const directory = newFolder()
  mkdirSync(`${directory}/kept`)
  const server = new S3rver({
    port,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'kept', configs: [] }],
  })
  await server.run()
  onTestFinished(() => server.close())
  return { S3_ENDPOINT: `http://127.0.0.1:${port}`, AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' }
}

function use(env: Record<string, string>): void {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  onTestFinished(() => vi.unstubAllEnvs() as unknown as undefined)
}

test('what is written to a bucket is there whole, listed without others, read back and removed', async () => {
  use(await bucket())
  const place = bucketPlace('s3://kept/navet/nightly')
  const never = new AbortController().signal
  const big = Buffer.alloc(3_000_000, 'åäö')
  expect(await place.list()).toEqual([])
  await place.write('a file.backup', each([big.subarray(0, 10), big.subarray(10)]), never)
  await bucketPlace('s3://kept/navet').write('other', each([big]), never)
  expect(await place.list()).toEqual(['a file.backup'])
  const read: Uint8Array[] = []
  for await (const piece of await place.read('a file.backup')) read.push(piece)
  expect(Buffer.concat(read).equals(big)).toBe(true)
  await place.remove('a file.backup')
  expect(await place.list()).toEqual([])
})

test('what stops halfway leaves nothing there', async () => {
  use(await bucket())
  const place = bucketPlace('s3://kept')
  async function* halfway() {
    yield Buffer.from('half')
    throw new Error('the disk is gone')
  }
  await expect(place.write('half', halfway(), new AbortController().signal)).rejects.toThrow('the disk is gone')
  expect(await place.list()).toEqual([])
})

test('a wrong name, no keys, wrong keys, no such bucket and no such host each get one line', async () => {
  expect(() => bucketPlace('s3://')).toThrow('names no bucket')
  expect(() => bucketPlace('s3://kept')).toThrow('set AWS_ACCESS_KEY_ID')
  const env = await bucket()
  use({ ...env, AWS_ACCESS_KEY_ID: 'somebody else' })
  await expect(bucketPlace('s3://kept').list()).rejects.toThrow(
    's3://kept refuses the keys or the rights (InvalidAccessKeyId)',
  )
  use(env)
  await expect(bucketPlace('s3://other').list()).rejects.toThrow('s3://other could not do it (NoSuchBucket)')
  use({ ...env, S3_ENDPOINT: 'http://127.0.0.1:9' })
  await expect(bucketPlace('s3://kept').list()).rejects.toThrow('s3://kept cannot be reached')
})

test(
  'backups go to a bucket encrypted only, old ones are removed, and one comes back',
  { timeout: 300_000 },
  async () => {
    const folder = newFolder()
    const client = await database(`${folder}/navet.db`)
    await addUser(client, 'amira')
    client.close()
    const env = { ...(await bucket()), DATA_DIR: folder, BACKUP_PASSPHRASE: passphrase }
    use(env)
    const place = bucketPlace('s3://kept/b')
    for (const old of ['navet-2001-01-01T030000Z.backup', 'somebody-else.txt']) {
      await place.write(old, each([Buffer.from('old')]), new AbortController().signal)
    }
    const bare = await runTool({ ...env, BACKUP_PASSPHRASE: '' }, 'backup.ts', 's3://kept/b')
    expect(bare).toMatchObject({ code: 1, said: expect.stringContaining('a backup in a bucket is encrypted') })

    const dry = await runTool(env, 'backup.ts', 's3://kept/b', '--dry-run')
    expect(dry.said).toMatch(
      /would back up \d+ tables to s3:\/\/kept\/b\/navet-.*encrypted\nwould then remove navet-2001/,
    )
    expect(await place.list()).toHaveLength(2)
    const done = await runTool({ ...env, BACKUP_TO: 's3://kept/b' }, 'backup.ts')
    expect(done).toMatchObject({ code: 0, said: expect.stringContaining('removed navet-2001-01-01T030000Z.backup') })
    const [name] = (await place.list()).filter((each) => each.startsWith('navet-'))
    expect(await place.list()).toEqual([name, 'somebody-else.txt'])

    const restored = { ...env, DATA_DIR: `${newFolder()}/data` }
    expect(await runTool(restored, 'restore.ts', `s3://kept/b/${name}`)).toMatchObject({ code: 0 })
    const wrong = await runTool(restored, 'restore.ts', 's3://kept/b/navet-2001-01-01T030000Z.backup')
    expect(wrong.said).toContain(`there is no s3://kept/b/navet-2001-01-01T030000Z.backup; there are: ${name}`)
  },
)
