export const certificate = {
  'certificate.title': 'Certificate: {badge}',
  'certificate.given': 'Issued to, as the holder gives it:',
  'certificate.given.elsewhere': 'The name that the holder gave stands on the badge’s page',
  'certificate.check': 'Check the badge',
  'certificate.check.text': 'Scan the code or type the address. It says whether the badge still holds.',
  'certificate.code': 'QR code that leads to {address}',
  'certificate.art': 'The picture of the badge',
  'certificate.print': 'Print the page on one sheet of A4, or get the same certificate as a PDF.',
  'certificate.pdf': 'Get the PDF',
} as const
