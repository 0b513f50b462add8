export const about = {
  'about.title': 'Om Navet',
  'about.why.title': 'Varför Navet finns',
  'about.how.title': 'Så fungerar det',
  'about.how':
    'Kurserna är skrivna i vanlig text i ett öppet arkiv. Du läser dem utan konto. Frågorna lär dig något på varje svar. Märket får du när du klarar provet. En kurs är inte ett intyg på att någon lag följs.',
  'about.privacy.title': 'Vad vi inte gör',
  'about.privacy':
    'Vi mäter inte tid, jämför inte kollegor med varandra och låter ingen AI bedöma dig. Din chef ser vilka kurser som är klara och vilken dag, aldrig dina svar.',
} as const
