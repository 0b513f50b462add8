import { createHash } from 'node:crypto'
import { posix } from 'node:path'

import { type Picture, readPicture } from './pictures.ts'
import type { Place, Problems } from '../problems/problem.ts'
import { largestFile, type SourceFile } from '../files/source-file.ts'

/** An image as the site serves it; the address names the content, so it may be kept for ever. */
export interface CourseImage {
  /** `/assets/courses/…`, which is served without the worker. */
  address: string
  bytes: Uint8Array
}

const imageName = /\.(svg|png|jpe?g|webp|avif|gif)$/

/** The images of one course. */
export class Images {
  readonly #course: string
  readonly #files = new Map<string, SourceFile>()
  readonly #pictures = new Map<string, Picture>()
  readonly used = new Map<string, CourseImage>()

  constructor(course: string, files: readonly SourceFile[]) {
    this.#course = course
    for (const file of files) if (imageName.test(file.path)) this.#files.set(file.path, file)
  }

  check(href: string, place: () => Place, problems: Problems): void {
    const say = (message: string) => problems.error('S33', place(), message)
    const name = href.slice(0, 80)
    const path = pathOf(href, place().path)
    const file = this.#files.get(path)
    if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(href) || !path.startsWith(`${this.#course}/`)) {
      say(`the image "${name}" is outside the course; put it in the course's images/ folder and write ../images/…`)
    } else if (!imageName.test(path)) say(`"${name}" is no image that pages can show; use svg, png, jpg, webp or avif`)
    else if (!file) say(`the image "${name}" does not exist; it would be courses/${path}`)
    else if (file.bytes.byteLength > largestFile) say(`the image "${name}" is over 1 MB; make it smaller`)
    else {
      const picture = this.#read(file)
      if ('fault' in picture) say(`the image "${name}" ${picture.fault}`)
    }
  }

  /** Address of an image that `check` accepted. */
  addressOf(href: string, from: string): string | undefined {
    const path = pathOf(href, from)
    const file = this.#files.get(path)
    if (!file) return undefined
    const known = this.used.get(path)
    if (known) return known.address
    const picture = this.#read(file)
    if ('fault' in picture) return undefined
    const image = { address: addressOf(path, picture.bytes), bytes: picture.bytes }
    this.used.set(path, image)
    return image.address
  }

  /** Once: a picture may be shown on many pages. */
  #read(file: SourceFile): Picture {
    const picture = this.#pictures.get(file.path) ?? readPicture(file)
    this.#pictures.set(file.path, picture)
    return picture
  }
}

function pathOf(href: string, from: string): string {
  return posix.normalize(posix.join(posix.dirname(from), href))
}

function addressOf(path: string, bytes: Uint8Array): string {
  const { name, ext } = posix.parse(path)
  const [course = ''] = path.split('/')
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return `/assets/courses/${course}/${plain}-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}${ext}`
}
