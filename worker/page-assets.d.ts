declare module 'virtual:page-assets' {
  /** Addresses of what every page loads; hashed when built. */
  export const pageAssets: { stylesheet: string; script: string; textFont: string; headFont: string }
}
