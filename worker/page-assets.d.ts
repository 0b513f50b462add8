declare module 'virtual:page-assets' {
  /** Addresses of what every page loads; hashed when built. `reload` is the author's live reload. */
  export const pageAssets: { stylesheet: string; script: string; textFont: string; headFont: string; reload?: string }
}
