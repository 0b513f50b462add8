import type { Locale } from '../../formats/catalogue/catalogue.ts'
import type { Achievement } from '../db/schema/badges.ts'
import { demoNotice } from './issuer.ts'

/** What an achievement says in words, both languages in each text: a credential is read where nobody can choose. */
export function describeAchievement(achievement: Achievement, version: string, isDemo: boolean) {
  const demo = isDemo ? `${demoNotice.sv} / ${demoNotice.en}. ` : ''
  return {
    name: `${inBoth(achievement.name)}${isDemo ? ' (demo)' : ''}`,
    description: `${demo}${words.sv.summary(achievement)}\n\n${words.en.summary(achievement)}`,
    narrative: `${demo}${narrate(achievement, version, 'sv')}\n\n---\n\n${narrate(achievement, version, 'en')}`,
  }
}

/** Markdown: what was required, and what it does not prove. */
function narrate(achievement: Achievement, version: string, locale: Locale): string {
  const say = words[locale]
  const outcomes = achievement.outcomes.map((outcome) => `- ${outcome.id}: ${sentence(outcome[locale])}`)
  return [say.can, outcomes.join('\n'), say.required(achievement), say.version(version), say.limits].join('\n\n')
}

const words = {
  sv: {
    summary: ({ test, title, courses }: Achievement) =>
      test
        ? `Klarat märkesprov i kursen ${title.sv}.`
        : `Märken från alla kurser som krävs på vägen ${title.sv} (${courses.length} kurser).`,
    can: 'Den som har märket har visat att hen kan:',
    required: ({ test }: Achievement) =>
      test
        ? `Krav: ett prov med ${test.questions} frågor, slumpade ur ${test.pool} och spridda över alla punkterna. Minst ${test.passMark} rätt. Obevakat, på nätet, med obegränsat antal försök.`
        : 'Krav: varje kurs eget märke.',
    version: (version: string) => `Version: ${version}.`,
    limits:
      'Märket visar att provet är klarat. Det visar inte vem som satt vid skärmen, hur många försök det tog eller hur personen arbetar i dag, och det är ingen yrkeslegitimation. Står det ett namn på märket har innehavaren själv angett det.',
  },
  en: {
    summary: ({ test, title, courses }: Achievement) =>
      test
        ? `Passed the badge test of the course ${title.en}.`
        : `Badges from every course that the path ${title.en} asks for (${courses.length} courses).`,
    can: 'The holder has shown that they can:',
    required: ({ test }: Achievement) =>
      test
        ? `Required: a test of ${test.questions} questions, drawn at random from ${test.pool} and spread over every point. At least ${test.passMark} right. Not proctored, online, any number of attempts.`
        : 'Required: the badge of each course.',
    version: (version: string) => `Version: ${version}.`,
    limits:
      'The badge shows that the test was passed. It does not show who sat at the screen, how many attempts it took or how the person works today, and it is no professional licence. A name on the badge was given by its holder.',
  },
}

function inBoth({ sv, en }: { sv: string; en: string }): string {
  return sv === en ? sv : `${sv} / ${en}`
}

function sentence(outcome: string): string {
  return `${outcome.charAt(0).toUpperCase()}${outcome.slice(1)}.`
}
