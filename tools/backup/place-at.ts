import { statSync } from 'node:fs'

import { isThere } from '../command/is-there.ts'
import { bucketPlace } from './places/bucket.ts'
import { folderPlace } from './places/folder.ts'
import type { Place } from './places/place.ts'

/** Where many backups are kept, if that is what was named: a bucket, or a folder, which ends in `/` unless it is there. */
export function placeAt(name: string): Place | undefined {
  if (name.startsWith('s3://')) return bucketPlace(name)
  const isFolder = name.endsWith('/') || (isThere(name) && statSync(name).isDirectory())
  return isFolder ? folderPlace(name) : undefined
}
