export const question = {
  'question.number': 'Question {number} of {total}',
  'question.choose': '{count, plural, =1 {Choose one answer} =2 {Choose two answers} other {Choose # answers}}',
  'question.answer': 'Answer',
  'question.answered': 'Answered',
  'question.right': 'Correct.',
  'question.not-right': 'Not right this time.',
  'question.option.right': 'Correct answer',
  'question.option.not-right': 'Not right',
  'question.yours': 'Your answer',
  'question.again': 'Try again',
  'question.saved': 'Your answer is saved and the question counts. Read why.',
  'question.kept-here': 'Read why. The answer is kept in this browser only.',
  'question.not-kept':
    'Read why. Without an account and without scripts nothing is kept. Sign in if you want to keep it.',
  'question.unsent': 'The answer could not be sent. It stays here and is sent when the connection is back.',
  'question.pick-one': 'Choose at least one answer first.',
  'question.none': 'You did not answer this question.',
} as const
