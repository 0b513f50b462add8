/** A company of one. */
export const solo = {
  'solo.just-you': 'just you',
  'solo.title': '{done} of {total, plural, one {# course} other {# courses}} done.',
  'solo.text':
    'There is no manager here and no team, so nothing is shared with anybody. This page collects what you can show.',
  'solo.go-on': 'Go on: {title}',
  'solo.begin': 'Begin: {title}',
  'solo.courses': 'Your courses',
  'solo.column.course': 'Course',
  'solo.column.state': 'State',
  'solo.column.badge': 'Badge',
  'solo.done': 'Done {day}',
  'solo.badge': 'Earned {day}',
  'solo.no-badge': 'Not yet',
  'solo.more': 'When there are more of you',
  'solo.more.text': 'Invite the first, and this page becomes a list of you both. Only owners and managers see it.',
  'solo.invite': 'Invite somebody',
  'solo.company': 'The company',
  'solo.company.text': 'Name, municipality and trade. You close it there as well.',
  'solo.company.go': 'The company’s details',
  'team.alone': 'So far it is just you.',
} as const
