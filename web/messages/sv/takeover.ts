export const takeover = {
  'takeover.label': 'Det som finns i webbläsaren',
  'takeover.lesson': 'Den här webbläsaren har en klar lektion. Är den din?',
  'takeover.lessons': 'Den här webbläsaren har {count} klara lektioner. Är de dina?',
  'takeover.answer': 'Den här webbläsaren har ett svar sparat. Är det ditt?',
  'takeover.answers': 'Den här webbläsaren har {count} svar sparade. Är de dina?',
  'takeover.yes': 'Ja, spara på mitt konto',
  'takeover.no': 'Nej',
  'takeover.delete': 'Ta bort',
  'takeover.failed': 'Det gick inte att spara just nu. Svaren ligger kvar här. Försök igen om en stund.',
} as const
