import type { InBoth } from '../../../../formats/locales.ts'

/** A whole one, with the section that explains it, for an author to write over; its id is `my-estimate`. */
export const estimateExample: InBoth<string> = {
  sv: `## Gissa först
<!-- { id: my-estimate, type: estimate, answer: 38, unit: sekunder } -->

Hur lång tid tar det att lägga på och ringa upp chefen på numret i er egen lista?

## Så lång tid tog det

Tio anställda provade, och det tog 38 sekunder i snitt. Tiden är alltså inget skäl att låta bli.`,
  en: `## Guess first
<!-- { id: my-estimate, type: estimate, answer: 38, unit: seconds } -->

How long does it take to hang up and call your manager on the number in your own list?

## How long it took

Ten employees tried, and it took 38 seconds on average. So time is no reason not to do it.`,
}
