export const kept = {
  'kept.title': 'What you wrote is still here.',
  'kept.lead': 'You were signed out before it reached us. You are signed in again now and can send it.',
  'kept.send': 'Send it now',
  'kept.page': 'Go to the page without sending',
  'kept.throw': 'Throw away what I wrote',
} as const
