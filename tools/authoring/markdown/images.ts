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
  readonly used: Map<string, CourseImage>

  readonly #variants = new Map<string, Images>()

  constructor(course: string, files: readonly SourceFile[], used = new Map<string, CourseImage>()) {
    this.#course = course
    this.used = used
    for (const file of files) if (imageName.test(file.path)) this.#files.set(file.path, file)
  }

  /** The same with the pictures of a variant in place of those of the same name. What is used is used by the course. */
  of(variant: string): Images {
    const known = this.#variants.get(variant)
    if (known) return known
    const folder = `${this.#course}/variants/${variant}/images/`
    const own = `${this.#course}/images/`
    const made = new Images(this.#course, [], this.used)
    for (const [path, file] of this.#files) {
      made.#files.set(path, file)
      if (path.startsWith(own))
        made.#files.set(folder + path.slice(own.length), this.#files.get(folder + path.slice(own.length)) ?? file)
    }
    for (const [path, file] of this.#files)
      if (path.startsWith(folder)) made.#files.set(own + path.slice(folder.length), file)
    this.#variants.set(variant, made)
    return made
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
    const known = this.used.get(file.path)
    if (known) return known.address
    const picture = this.#read(file)
    if ('fault' in picture) return undefined
    const image = { address: addressOf(file.path, picture.bytes), bytes: picture.bytes }
    this.used.set(file.path, image)
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
