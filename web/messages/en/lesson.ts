export const lesson = {
  'lesson.nav': 'Lessons in the course',
  'lesson.step.done': 'Lesson {number}, done: {title}',
  'lesson.step.now': 'Lesson {number}, you are here: {title}',
  'lesson.step': 'Lesson {number}: {title}',
  'lesson.place': 'Lesson {number} of {total}, about {minutes, plural, one {# minute} other {# minutes}}',
  'lesson.practice':
    'Practise: {count, plural, =1 {one question} =2 {two questions} =3 {three questions} =4 {four questions} =5 {five questions} other {# questions}}',
  'lesson.rule':
    'The lesson is done when you have answered them all, right or wrong. You can answer as many times as you like.',
  'lesson.signed-out': 'You are not signed in. What you do is kept in this browser only.',
  'lesson.signed-out.no-script':
    'You are not signed in and the browser runs no scripts. Then nothing is kept until you sign in.',
  'lesson.signed-out.no-storage':
    'You are not signed in, and the browser’s storage is switched off or full. Nothing is kept until you sign in.',
  'lesson.sign-in': 'Sign in and keep it',
  'lesson.answered': '{answered} of {total, plural, one {# question} other {# questions}} answered',
  'lesson.thumb.question': 'Answer question {number}',
  'lesson.thumb.next': 'Next: lesson {number}',
  'lesson.thumb.badge': 'Go to the test',
  'lesson.sureness': 'Answers you were sure of that were not right: {wrong} of {sure}. Only you can see this.',
  'lesson.next': 'Next step',
  'lesson.next.meta': 'Next: lesson {number} of {total}, about {minutes, plural, one {# minute} other {# minutes}}',
  'lesson.next.badge': 'That was the last lesson. What remains is the test.',
  'lesson.next.badge.link': 'Earn the badge {badge}',
  'lesson.next.left':
    'You have answered {answered} of {total, plural, one {# question} other {# questions}} in this lesson. Your answers stay here if you go on.',
  'lesson.next.done': 'The lesson is done.',
  'lesson.next.course-done': 'The lesson is done, and with it the whole course.',
  'lesson.examples': 'Examples from',
  'lesson.examples.all': 'all trades',
  'lesson.checked': 'The text was checked on {day, date, day}.',
} as const
