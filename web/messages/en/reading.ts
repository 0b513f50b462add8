export const reading = {
  reading: 'How I want to read',
  'reading.easy': 'Easy Swedish',
  'reading.easy.on': ', on. Press for the usual text',
  'reading.easy.off': ', off',
  'reading.easy.notice': 'This is easy Swedish. The questions and the badge are the same.',
  'reading.easy.test': 'Take the test in easy Swedish',
  'reading.easy.test.on': 'The test is in easy Swedish. Show the usual text',
  'reading.easy.there': 'There in easy Swedish',
} as const
