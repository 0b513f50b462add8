export const about = {
  'about.title': 'About Navet',
  'about.why.title': 'Why Navet exists',
  'about.how.title': 'How it works',
  'about.how':
    'The courses are written in plain text in an open repository. You read them without an account. The questions teach you something with every answer. You get the badge when you pass the test. A course is not proof that any law is followed.',
  'about.privacy.title': 'What we do not do',
  'about.privacy':
    'We do not measure time, compare colleagues, or let any AI judge you. Your manager sees which courses are done and on which day, never your answers.',
  'accessibility.title': 'Accessibility',
  'accessibility.lead': 'Navet is to work with a keyboard, a screen reader, enlarged text and without scripts.',
  'accessibility.how.title': 'How we work',
  'accessibility.how':
    'Our goal is WCAG 2.2 level AA, and automatic checks run on every page. Such checks do not find everything.',
  'accessibility.report.title': 'Did you find a barrier?',
  'accessibility.report': 'Tell whoever runs Navet where you are: which page, what you tried to do and what happened.',
} as const
