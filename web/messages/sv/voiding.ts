/** Of the mail about a question that was voided. */
export const voiding = {
  'mail.question-voided.subject': 'Märket {badge} är ditt',
  'mail.question-voided.text': `En fråga i provet som du gjorde den {day, date, day} var fel. Den räknas nu som rätt för alla som fick den, och därför har du klarat provet.

Så här var det med frågan: {reason}

Märket {badge} är ditt, och det gäller från den dag du gjorde provet. Det finns under Mitt lärande. Du behöver inte göra något.
`,
} as const
