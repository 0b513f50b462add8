export const takeover = {
  'takeover.label': 'What is in this browser',
  'takeover.one': 'This browser has one answer kept.',
  'takeover.other': 'This browser has {count} answers kept.',
  'takeover.question': 'Are they yours?',
  'takeover.yes': 'Yes, save to my account',
  'takeover.no': 'No',
  'takeover.delete': 'Delete them',
  'takeover.failed': 'They could not be saved right now. The answers are still here. Try again in a while.',
} as const
