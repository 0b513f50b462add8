export const reading = {
  reading: 'Så vill jag läsa',
  'reading.easy': 'Lätt svenska',
  'reading.easy.on': ', på. Tryck för vanlig text',
  'reading.easy.off': ', av',
  'reading.easy.notice': 'Det här är lätt svenska. Frågorna och märket är desamma.',
  'reading.easy.test': 'Gör provet på lätt svenska',
  'reading.easy.test.on': 'Provet är på lätt svenska. Visa vanlig text',
  'reading.easy.there': 'Finns på lätt svenska',
} as const
