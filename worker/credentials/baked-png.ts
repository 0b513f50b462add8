import { badgePicturePng } from 'virtual:badge-pictures'

import { bakePng } from '../../formats/png/png.ts'

/** The badge's picture of 512 × 512 with a credential in it; undefined for a name without a picture. */
export async function bakedPng(name: string, credential?: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const png = await badgePicturePng(name)
  return png && new Uint8Array(credential ? bakePng(png, credential) : png)
}
