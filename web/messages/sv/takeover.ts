export const takeover = {
  'takeover.label': 'Det som finns i webbläsaren',
  'takeover.one': 'Den här webbläsaren har ett svar sparat.',
  'takeover.other': 'Den här webbläsaren har {count} svar sparade.',
  'takeover.question': 'Är de dina?',
  'takeover.yes': 'Ja, spara på mitt konto',
  'takeover.no': 'Nej',
  'takeover.delete': 'Ta bort dem',
  'takeover.failed': 'Det gick inte att spara just nu. Svaren ligger kvar här. Försök igen om en stund.',
} as const
