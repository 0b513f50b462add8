import { catalogue } from 'virtual:catalogue'
import { expect, test } from 'vitest'

import { badgePictureSvg } from '../../web/components/badge-art/named-picture.ts'
import { translator } from '../../web/messages/translate.ts'
import { certificatePdf } from '../../web/pages/badges/certificate-pdf.ts'

test('the worker makes a certificate as PDF, the picture of a path and all', async () => {
  const file = await certificatePdf({
    frame: {
      locale: 'sv',
      t: translator('sv'),
      learner: undefined,
      theme: 'auto',
      path: '/sv',
      section: 'none',
      demo: true,
    },
    badge: { name: 'Medarbetare', picture: badgePictureSvg('demo-path-employee', catalogue)!, areaAndLevel: 'Stig' },
    holder: 'Åsa',
    claims: ['Granska ett svar.'],
    tested: 'Tio frågor.',
    issuer: 'Navet',
    day: '24 november 2026',
    course: 'Granska svaret',
    proofUrl: 'https://navet.example/sv/badges/1',
    demo: true,
  })
  const text = new TextDecoder('latin1').decode(file)
  expect(text).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\n$/)
  expect(text.match(/\/Subtype\/CIDFontType2/g)).toHaveLength(3)
})
