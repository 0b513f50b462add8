import type { InBoth } from '../../../formats/catalogue/catalogue.ts'

const boundary = String.raw`(?:(?<=[\p{L}\p{N}])(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?=[\p{L}\p{N}]))`

// Words the checks of language and questions look for. A pattern matches whole words unless it says otherwise.

/** A pattern whose \\b knows å, ä and ö: JavaScript's own does not. */
function whole({ source, flags }: RegExp): RegExp {
  return new RegExp(source.replaceAll('\\b', boundary), flags)
}

export const outcomeStart: InBoth<string> = { sv: 'Du kan ', en: 'You can ' }

/** Verbs that nobody can see somebody do (L05). */
export const vagueVerbs: InBoth<RegExp> = {
  sv: whole(/\b(?:förstå|känna till|lära (?:sig|dig) om|veta|ha kunskap om)\b/iu),
  en: whole(/\b(?:understand|know|learn about|be aware of|be familiar with)\b/iu),
}

/** Link texts that say nothing of where they lead (L15). */
export const emptyLinkTexts = /^(?:här|klicka här|läs mer(?: här)?|länk|here|click here|read more|link|more)\.?$/iu

/** Products, which may be named in a tool note only (L17). */
export const products = whole(
  /\b(?:ChatGPT|GPT-\d\w*|OpenAI|Copilot|Gemini|Claude|Anthropic|Perplexity|Mistral|DeepSeek|Midjourney|DALL-E|Grok|Llama|Microsoft 365|Office 365|Google Workspace|Fortnox|Visma|Slack|Zoom|Notion)\b/u,
)

/** A figure, a year or a legal article, which needs a fact (L18). */
export const claims: InBoth<RegExp> = {
  sv: whole(
    /\d(?:[\s.,]?\d)*\s*(?:%|procent\b|kr\b|kronor\b|kWh\b|MWh\b)|\b(?:19|20)\d\d\b|\b(?:artikel|kapitel|paragraf)\s+\d+|§\s*\d+|\d+\s*§/iu,
  ),
  en: whole(
    /\d(?:[\s.,]?\d)*\s*(?:%|per ?cent\b|kr\b|kronor\b|SEK\b|kWh\b|MWh\b)|\b(?:SEK|EUR)\s*\d|\b(?:19|20)\d\d\b|\b(?:article|chapter|section)\s+\d+|§\s*\d+/iu,
  ),
}

/** Words that speak to the reader (T06). */
export const address: InBoth<RegExp> = {
  sv: whole(/\b(?:du|dig|din|ditt|dina|ni|er|ert|era)\b/giu),
  en: whole(/\b(?:you|your|yours|yourself|yourselves)\b/giu),
}

/** Abbreviations to spell out (T07), and what to write instead. */
export const abbreviations: InBoth<[RegExp, string][]> = {
  sv: [
    [whole(/\bbl\.\s?a\.?/iu), 'bland annat'],
    [whole(/\bm\.\s?m\.?/iu), 'med mera'],
    [whole(/\bt\.\s?ex\.?/iu), 'till exempel'],
    [whole(/\b(?:dvs\.?|d\.\s?v\.\s?s\.?)(?![\p{L}])/iu), 'det vill säga'],
    [whole(/\b(?:pga\.?|p\.\s?g\.\s?a\.?)(?![\p{L}])/iu), 'på grund av'],
    [whole(/\bev\.(?=\s)/iu), 'eventuellt'],
    [whole(/\bresp\.(?=\s)/iu), 'respektive'],
    [whole(/\bosv\.?(?![\p{L}])/iu), 'och så vidare'],
  ],
  en: [
    [whole(/\be\.\s?g\./iu), 'for example'],
    [whole(/\bi\.\s?e\./iu), 'that is'],
    [whole(/\betc\b\.?/iu), 'and so on'],
    [whole(/\bviz\b\.?/iu), 'namely'],
    [whole(/\bapprox\b\.?/iu), 'about'],
  ],
}

/** A heuristic: Swedish verbs in -s after an auxiliary or in the past, English participles with "by" (T08). */
export const passives: InBoth<RegExp> = {
  sv: whole(
    /\b(?:ska|kan|måste|får|bör|skulle|kunde|behöver|att)\s+(?:\p{L}+\s+)?\p{L}{3,}as\b|\b\p{L}{2,}(?:ades|ats|ddes|tts)\b/iu,
  ),
  en: whole(/\b(?:is|are|was|were|be|been|being)\s+(?:\p{L}+ly\s+)?\p{L}+(?:ed|en|wn|ght|ld)\s+by\b/iu),
}

/** One term per concept: what is written, and the term of the glossary (T10). */
export const otherTerms: InBoth<[RegExp, string][]> = {
  sv: [
    [whole(/\b(?:LLM|LLM:er|large language model)\b/iu), 'språkmodell'],
    [whole(/\bprompt(?:en|ar|arna|a|ar|ning)?\b/iu), 'instruktion'],
    [whole(/\bphishing\b/iu), 'nätfiske'],
    [whole(/\bchatbot\p{L}*\b/iu), 'chattbot'],
    [whole(/\b(?:AI-litteracitet|AI-läskunnighet|AI literacy)\b/iu), 'AI-kunnighet'],
  ],
  en: [
    [whole(/\bLLMs?\b/u), 'language model'],
    [whole(/\bchat bots?\b/iu), 'chatbot'],
  ],
}

/** Human verbs about AI, with up to two words between (T11). A negation, checked apart, makes them right. */
export const humanVerbs: InBoth<RegExp> = {
  sv: whole(
    /\b(?:AI|AI:n|språkmodell(?:en|er|erna)?|modellen|chattbot(?:en|ten|ar)?|AI-tjänst(?:en|er)?|AI-verktyg(?:et)?)\s+(?:\p{L}+\s+){0,2}?(?:tänker|vet|tror|vill|förstår|känner|minns)\b/iu,
  ),
  en: whole(
    /\b(?:AI|the AI|language models?|the model|chatbots?|AI (?:service|tool)s?)\s+(?:\p{L}+\s+){0,2}?(?:thinks?|knows?|believes?|wants?|understands?|feels?|remembers?)\b/iu,
  ),
}
export const negation: InBoth<RegExp> = {
  sv: whole(/\b(?:inte|aldrig|varken|ingen|inget|inga)\b/iu),
  en: whole(/\b(?:not|never|neither|nor|no|cannot)\b|n[’']t\b/iu),
}

/** Hype and fear (T12). */
export const hype: InBoth<RegExp> = {
  sv: whole(
    /\b(?:revolutioner\p{L}*|magi\p{L}{0,3}|banbrytande|fantastisk\p{L}*|otrolig\p{L}*|game ?changer|livsfarlig\p{L}*|skrämmande|spännande|superintelligen\p{L}*|tar över jobben)\b/iu,
  ),
  en: whole(
    /\b(?:revolution(?:ary|i[sz]e\p{L}*)|magic(?:al)?|ground-?breaking|amazing|incredibl[ey]|game[- ]?changer|game-changing|terrifying|exciting|superintelligen\p{L}*)\b/iu,
  ),
}

/** How the feedback under a right option begins; not counted (Q04). */
export const verdict: InBoth<RegExp> = {
  sv: /^(?:Rätt|Helt rätt|Ja|Just det|Precis)[.!,:]\s*/u,
  en: /^(?:Correct|Right|Yes|Exactly|That is right)[.!,:]\s*/u,
}

/** Feedback that says only that it is wrong (Q05). */
export const bareNo = /^(?:fel|nej|inte rätt|tyvärr|wrong|no|incorrect|not right|sorry)[.!]*$/iu

/** Options that are no answers (Q08). */
export const bannedOptions = whole(
  /^(?:alla (?:ovanstående|ovan|alternativ\p{L}*)|inget av (?:ovanstående|ovan\p{L}*|alternativen)|både a och b|vet (?:inte|ej)|all of the above|none of the above|both a and b|don[’']t know)\b/iu,
)

/** Words that leave no way out (Q09). */
export const absolutes: InBoth<RegExp> = {
  sv: whole(/\b(?:alltid|aldrig|bara|alla|inga)\b/iu),
  en: whole(/\b(?:always|never|only|all|none)\b/iu),
}

/** Words of somebody who does not commit himself (Q23). */
export const hedges: InBoth<RegExp> = {
  sv: whole(
    /\b(?:kan|ofta|oftast|kanske|troligen|ibland|brukar|nästan|vanligen|möjligen|verkar|lite|om|ganska|delvis)\b/giu,
  ),
  en: whole(
    /\b(?:can|may|might|could|often|usually|sometimes|probably|almost|perhaps|partly|tends?|seems?|likely|if|rather)\b/giu,
  ),
}

/** Asking, waiting, leaving it to a person: what sounds right in a course about care (Q23). */
export const cautions: InBoth<RegExp> = {
  sv: whole(
    /\b(?:fråga[rs]?|vänta[rs]?|avvakta[rs]?|kontrollera[rs]?|kolla[rs]?|ring(?:er|a)?|visa[rs]?|stanna[rs]?|stoppa[rs]?|själv[at]?|chef(?:en)?|kolleg\p{L}*|person\p{L}*|människ\p{L}*|någon|den som)\b/giu,
  ),
  en: whole(
    /\b(?:asks?|waits?|checks?|calls?|shows?|stops?|hold|holds|yourself|themselves|manager|colleagues?|persons?|people|humans?|somebody|someone)\b/giu,
  ),
}

/** A question that asks for what is not so (Q10). */
export const negativeQuestion: InBoth<RegExp> = {
  sv: whole(/\b(?:inte|utom)\b/iu),
  en: whole(/\b(?:not|except)\b|n[’']t\b/iu),
}

/** Parts of a question that only tell when or on what condition: "om kunden inte svarar". */
export const subordinate: InBoth<RegExp> = {
  sv: whole(
    /\b(?:om|ifall|när|då|eftersom|innan|medan|fast|fastän|trots att|så att|för att|därför att|att(?!\s+(?:inte|undvika)))\s[^,;:?]*/giu,
  ),
  en: whole(
    /\b(?:if|when|because|since|before|after|while|although|unless|whether|so that|that(?!\s+(?:is|are|was|were|do|does|did|has|have|can|cannot|will|should|must|may|not)))\s[^,;:?]*/giu,
  ),
}

/** A day in full, which dates a letter or an example and claims nothing (L18). */
export const fullDates =
  /\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|july|august|october)\s+(?:19|20)\d\d\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{1,2},?\s+(?:19|20)\d\d\b/giu

/** How many are right, in bold in the stem (Q03). */
export const boldTwo = whole(/\*\*(?:två|two|2)\b[^*]*\*\*/iu)
