/** Of the page that the first meetings are led from. */
export const starter = {
  'starter.title': 'De första mötena om AI',
  'starter.lead':
    'För dig som håller i mötet: vad du säger, vad du frågar och vad ni gör efteråt. Du behöver inte kunna mer om AI än de andra.',
  'starter.before.title': 'Innan ni ses',
  'starter.before.read': 'Läs lektionerna själv och svara på frågorna. Då vet du var samtalet kan ta fart.',
  'starter.before.print': 'Skriv ut den här sidan, eller ha den öppen i telefonen.',
  'starter.before.links':
    'Skicka länkarna till lektionerna till alla som ska vara med. Ingen behöver ett konto. Svaren stannar i den egna telefonen tills man själv sparar dem.',
  'starter.before.no-test': 'Säg redan i inbjudan att det inte är ett prov, och att ingen behöver visa sina svar.',
  'starter.each.title': 'Så tar ni en lektion',
  'starter.each.read': 'Alla läser lektionen och svarar på frågorna, tyst och var för sig.',
  'starter.each.think':
    'Ställ en av frågorna här nedanför. Var och en tänker själv i en minut och skriver ner sitt svar. Den tysta minuten gör att inte den snabbaste svarar åt alla.',
  'starter.each.pairs': 'Prata två och två i ett par minuter.',
  'starter.each.all': 'Prata alla. Vad sa ni lika om, och var skilde det sig? Skriv upp det ni inte vet.',
  'starter.meeting': 'Möte {number}: {title}',
  'starter.say': 'Säg först',
  'starter.course': 'Ur kursen {course}, ca {minutes} min att läsa',
  'starter.coming': 'Ur kursen {course}. På väg.',
  'starter.ask': 'Fråga',
  'starter.after': 'Efter mötet',
  'starter.alone.title': 'Att läsa på egen hand',
  'starter.alone.text': 'Mellan mötena, eller när ni har haft dem.',
  'starter.stuck.title': 'När det går trögt',
  'starter.stuck.silent': 'Ingen säger något: berätta själv om en gång när du litade på ett svar som var fel.',
  'starter.stuck.worried':
    'Någon är orolig för sitt jobb: lyssna färdigt och lova inget. Skriv upp frågan och säg när du återkommer.',
  'starter.stuck.mistake':
    'Någon berättar om ett misstag: tacka först. Har uppgifter hamnat fel tar ni det med den ansvariga samma dag, inte inför alla.',
  'starter.stuck.expert': 'Någon kan mycket: fråga hur det gick till, steg för steg, och vad som gick fel på vägen.',
} as const
