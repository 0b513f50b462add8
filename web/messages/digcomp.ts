import type { Locale } from '../../formats/catalogue/catalogue.ts'

/** Our Swedish for the competences of DigComp 3.0, which is published in English; by code. */
const swedish: Record<string, string> = {
  '1.1': 'Söka, hitta och filtrera information',
  '1.2': 'Värdera information',
  '2.1': 'Interagera genom och med digital teknik',
  '2.2': 'Dela genom digital teknik',
  '2.3': 'Delta i samhället genom digital teknik',
  '2.4': 'Samarbeta genom digital teknik',
  '2.5': 'Digitalt uppträdande',
  '2.6': 'Hantera sin digitala identitet',
  '3.1': 'Ta fram digitalt innehåll',
  '3.2': 'Sätta samman och omarbeta digitalt innehåll',
  '3.3': 'Upphovsrätt och licenser',
  '3.4': 'Datalogiskt tänkande och programmering',
  '4.1': 'Skydda enheter',
  '4.2': 'Skydda personuppgifter och integritet',
  '4.3': 'Främja välbefinnande',
  '4.4': 'Den digitala teknikens miljöpåverkan',
  '5.2': 'Se behov och digitala sätt att möta dem',
  '5.3': 'Hitta kreativa lösningar med digital teknik',
  '5.4': 'Se och möta behov av digital kompetens',
}

/** A competence that a badge answers to, in the page's language where we have it. */
export function competenceName(target: { framework: string; code: string; name: string }, locale: Locale): string {
  const ours = locale === 'sv' && target.framework.startsWith('DigComp') ? swedish[target.code] : undefined
  return ours ?? target.name
}
