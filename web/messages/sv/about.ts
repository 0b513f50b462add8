export const about = {
  'about.title': 'Om Navet',
  'about.why.title': 'Varför Navet finns',
  'about.how.title': 'Så fungerar det',
  'about.how':
    'Kurserna är skrivna i vanlig text i ett öppet arkiv. Du läser dem utan konto. Frågorna lär dig något på varje svar. Märket får du när du klarar provet. En kurs är inte ett intyg på att någon lag följs.',
  'about.privacy.title': 'Vad vi inte gör',
  'about.privacy':
    'Vi mäter inte tid, jämför inte kollegor med varandra och låter ingen AI bedöma dig. Din chef ser vilka kurser som är klara och vilken dag, aldrig dina svar.',
  'accessibility.title': 'Tillgänglighet',
  'accessibility.lead': 'Navet ska gå att använda med tangentbord, skärmläsare, förstorad text och utan skript.',
  'accessibility.how.title': 'Så arbetar vi',
  'accessibility.how':
    'Vi följer WCAG 2.2 nivå AA som mål och kör automatiska kontroller på varje sida. Sådana kontroller hittar inte allt.',
  'accessibility.report.title': 'Hittade du ett hinder?',
  'accessibility.report':
    'Berätta för den som driver Navet hos dig: vilken sida, vad du försökte göra och vad som hände.',
} as const
