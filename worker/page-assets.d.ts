declare module 'virtual:page-assets' {
  /** Addresses of what every page loads; hashed when built. `authoring` are the scripts of `npm run dev`. */
  export const pageAssets: {
    stylesheet: string
    /** Of pages that show what few others do, beside the other. */
    badgeStyles: string
    certificateStyles: string
    companyStyles: string
    competencesStyles: string
    inviteStyles: string
    meStyles: string
    statusStyles: string
    testStyles: string
    waysStyles: string
    script: string
    /** Of the badge test's pages, beside the other. */
    copyScript: string
    passkeyScript: string
    testScript: string
    /** Of the pages that check badges, beside the other. */
    verifyScript: string
    textFont: string
    headFont: string
    authoring?: string[]
  }
}
