declare module 'virtual:badge-pictures' {
  /** A badge's picture, 512 × 512, by its name (web/components/badge-art/named-picture.ts); undefined for a name without one. */
  export function badgePicturePng(name: string): Promise<Uint8Array | undefined>
}
