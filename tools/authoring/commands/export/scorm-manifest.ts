import type { Locale } from '../../../../formats/locales.ts'
import { escapeHtml } from '../../language/typography.ts'

interface Packaged {
  id: string
  /** Hash of the course's keys, so that two versions are two packages. */
  version: string
  title: string
  locale: Locale
  /** Names of all files but the manifest, with / between folders; the first is the page that opens. */
  files: readonly string[]
}

/**
 * imsmanifest.xml of a package with one page that talks to the platform. Source: SCORM 1.2 Content Aggregation Model,
 * 2.3; the order of elements is that of imscp_rootv1p1p2.xsd.
 */
export function scormManifest({ id, version, title, locale, files }: Packaged): string {
  const name = escapeHtml(title)
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="navet-${id}-${version.slice(0, 12)}-${locale}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${name}</title>
      <item identifier="lessons" identifierref="player">
        <title>${name}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="player" type="webcontent" adlcp:scormtype="sco" href="${files[0]}">
${files.map((file) => `      <file href="${file}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`
}
