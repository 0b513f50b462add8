export const certificate = {
  'certificate.title': 'Intyg: {badge}',
  'certificate.given': 'Utfärdat till, enligt innehavaren själv:',
  'certificate.given.elsewhere': 'Namnet som innehavaren har angett står på märkets sida',
  'certificate.check': 'Kontrollera märket',
  'certificate.check.text': 'Läs av koden eller skriv adressen. Där står om märket gäller än.',
  'certificate.code': 'QR-kod som leder till {address}',
  'certificate.art': 'Märkets bild',
  'certificate.print': 'Skriv ut sidan på ett A4, eller hämta samma intyg som PDF.',
  'certificate.pdf': 'Hämta PDF',
} as const
