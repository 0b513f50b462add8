export const about = {
  'about.title': 'About Navet',
  'about.why.title': 'Why Navet exists',
  'about.how.title': 'How it works',
  'about.how':
    'The courses are written in plain text in an open repository. You read them without an account. The questions teach you something with every answer. You get the badge when you pass the test. A course is not proof that any law is followed.',
  'about.privacy.title': 'What we do not do',
  'about.privacy':
    'We do not measure time, compare colleagues, or let any AI judge you. Your manager sees which courses are done and on which day, never your answers.',
} as const
