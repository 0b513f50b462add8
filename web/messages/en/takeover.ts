export const takeover = {
  'takeover.label': 'What is in this browser',
  'takeover.lesson': 'This browser has one lesson done. Is it yours?',
  'takeover.lessons': 'This browser has {count} lessons done. Are they yours?',
  'takeover.answer': 'This browser has one answer kept. Is it yours?',
  'takeover.answers': 'This browser has {count} answers kept. Are they yours?',
  'takeover.yes': 'Yes, save to my account',
  'takeover.no': 'No',
  'takeover.delete': 'Delete',
  'takeover.failed': 'They could not be saved right now. The answers are still here. Try again in a while.',
} as const
