export const kept = {
  'kept.title': 'Det du skrev är kvar.',
  'kept.lead': 'Du hann bli utloggad innan det kom fram till oss. Nu är du inloggad igen och kan skicka det.',
  'kept.send': 'Skicka det nu',
  'kept.page': 'Gå till sidan utan att skicka',
  'kept.throw': 'Kasta bort det jag skrev',
} as const
