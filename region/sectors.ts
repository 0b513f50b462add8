import type { InBoth } from '../formats/catalogue/catalogue.ts'

/** Sections of SNI 2007, in words that a company recognises itself in. */
export const sectors: Record<string, InBoth<string>> = {
  A: { sv: 'Jordbruk, skogsbruk och fiske', en: 'Agriculture, forestry and fishing' },
  B: { sv: 'Gruvor och mineral', en: 'Mining and quarrying' },
  C: { sv: 'Tillverkning', en: 'Manufacturing' },
  D: { sv: 'El, gas, värme och kyla', en: 'Electricity, gas, heating and cooling' },
  E: { sv: 'Vatten, avlopp och avfall', en: 'Water, sewerage and waste' },
  F: { sv: 'Bygg', en: 'Construction' },
  G: { sv: 'Handel och fordonsverkstäder', en: 'Trade and vehicle repair' },
  H: { sv: 'Transport och lager', en: 'Transport and storage' },
  I: { sv: 'Hotell och restaurang', en: 'Hotels and restaurants' },
  J: { sv: 'Information och kommunikation', en: 'Information and communication' },
  K: { sv: 'Finans och försäkring', en: 'Finance and insurance' },
  L: { sv: 'Fastigheter', en: 'Real estate' },
  M: { sv: 'Juridik, ekonomi, vetenskap och teknik', en: 'Professional, scientific and technical services' },
  N: { sv: 'Uthyrning och andra stödtjänster', en: 'Rental and other support services' },
  O: { sv: 'Offentlig förvaltning', en: 'Public administration' },
  P: { sv: 'Utbildning', en: 'Education' },
  Q: { sv: 'Vård och omsorg', en: 'Health and social care' },
  R: { sv: 'Kultur, nöje och fritid', en: 'Arts, entertainment and recreation' },
  S: { sv: 'Andra tjänster', en: 'Other services' },
}
