import { type Change, en, five, instead, put, sv, times } from './second-course.ts'

const hard = 'Organisationens dokumentationsansvar förutsätter kontinuerlig uppföljning.'
const law = (folder: Parameters<Change>[0]) => folder.editBoth('tags: [tool]', 'tags: [law]')

export const language: Record<string, Change[]> = {
  T01: [
    (folder) => instead(times(hard, 60), folder),
    (folder) => instead(times('Du ska gå till kontoret och läsa rapporten med kollegan.', 90), folder),
    (folder) => instead(times('Du går. Du ser. Du vet.', 60), folder),
    (folder) => instead(times('Kunden beställer varorna, och företaget skickar fakturan till kunden.', 50), folder),
    (folder) => instead(times('Leverantören levererar komponenterna till verkstaden.', 60), folder),
  ],
  T02: five([40, 50, 60, 70, 80], (count, folder) => put(times(hard, count), law(folder))),
  T03: five(
    [
      'Organisational accountability necessitates comprehensive documentation.',
      'Administrative authorities periodically investigate irregularities.',
      'Professional responsibility encompasses confidentiality and impartiality.',
      'Considerable uncertainty characterises contemporary deliberations.',
      'Interdisciplinary collaboration facilitates technological development.',
    ],
    (text, folder) => instead(times(text, 60), folder, en),
  ),
  T04: five([6, 7, 5, 8, 4], (count, folder) =>
    instead(times(`Du ${times('går nu hem', count)} och ser att det är så.`, 20), folder),
  ),
  T05: five([26, 28, 30, 34, 60], (count, folder) => put(`${times('du', count)}.`, folder)),
  T06: five(
    [
      'Man går till jobbet och ser vad som har hänt.',
      'Den som läser ett svar ser vad som fattas.',
      'Kunden ringer på morgonen och vill veta priset.',
      'Alla på kontoret läser listan innan de går.',
      'En kollega tittar på siffrorna och ringer sedan.',
    ],
    (text, folder) => instead(times(text, 100), folder),
  ),
  T07: five(['bl.a. priset', 'm.m. i listan', 't.ex. priset', 'dvs. priset', 'osv. i listan'], (words, folder) =>
    put(`Du läser ${words} där.`, folder),
  ),
  T08: five(
    [
      'Texten ska granskas av dig. Sedan går du hem.',
      'Svaret måste kontrolleras först. Sedan går du hem.',
      'Priset ändrades i går. Du ser det i listan.',
      'Listan kan sorteras om. Du väljer hur den ser ut.',
      'Brevet skickades i går. Du läser det i dag.',
    ],
    (text, folder) => instead(times(text, 40), folder),
  ),
  T10: five(['en LLM', 'din prompt', 'phishing', 'en chatbot', 'AI-litteracitet'], (term, folder) =>
    put(`Du läser om ${term} här.`, folder),
  ),
  T11: five(
    ['AI:n vet', 'Språkmodellen tror', 'Chattboten vill', 'AI-tjänsten förstår', 'Modellen minns'],
    (words, folder) => put(`${words} vad du menar.`, folder),
  ),
  T12: five(['revolutionerande', 'magiskt', 'banbrytande', 'fantastiskt', 'skrämmande'], (word, folder) =>
    put(`Det är ${word} för dig.`, folder),
  ),
  T13: five(['kontrolera', 'tjännst', 'offärt', 'granskningskårt', 'verkstatd'], (word, folder) =>
    put(`Du ser ${word} där.`, folder),
  ),
  T14: [
    (folder) =>
      put(
        'So the tone cannot help you. What helps is to ask which of the claims would hurt if they were wrong.',
        folder,
      ),
    (folder) =>
      put(
        'Tonen kan alltså inte hjälpa dig. Det som hjälper är att fråga vad som skulle göra ont om det var fel.',
        folder,
        en,
      ),
    (folder) => folder.write(sv, folder.read(en)),
    (folder) => folder.write(en, folder.read(sv)),
    (folder) => folder.write('granska-svaret/en/badge.md', folder.read('granska-svaret/sv/badge.md')),
  ],
}
