export const voiding = {
  'mail.question-voided.subject': 'The badge {badge} is yours',
  'mail.question-voided.text': `A question in the test you took on {day, date, day} was wrong. It now counts as right for everybody who had it, and so you have passed.

What was wrong with the question: {reason}

The badge {badge} is yours, dated the day you took the test. You find it under My learning. There is nothing you need to do.
`,
} as const
