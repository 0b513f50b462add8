/** A unit in every form in which people write it, in both languages; the first names it. */
const units: readonly (readonly string[])[] = [
  'kr kronor krona kronorna sek :- crowns crown',
  'öre ören',
  'euro euros eur €',
  'tkr tusen_kronor',
  'mkr mnkr miljoner_kronor',
  '% procent percent per_cent pct',
  'procentenheter procentenhet percentage_points percentage_point',
  'sekunder sekund sek s seconds second sec secs',
  'minuter minut min m minutes minute mins',
  'timmar timme tim t h hours hour hr hrs',
  'dagar dag d dygn days day',
  'arbetsdagar arbetsdag working_days working_day',
  'veckor vecka v weeks week wk wks',
  'månader månad mån mdr months month mo',
  'år yr yrs years year',
  'personer person pers p people persons',
  'anställda anställd medarbetare employees employee',
  'kunder kund customers customer',
  'stycken styck st items item pieces piece pcs pc',
  'gånger gång ggr times time',
  'sidor sida s sid pages page pp',
  'rader rad lines line rows row',
  'ord words word',
  'frågor fråga questions question',
  'fel errors error mistakes mistake',
  'poäng p points point pts',
  'mm millimeter millimetres millimetre millimeters',
  'cm centimeter centimetres centimetre centimeters',
  'm meter metres metre meters',
  'km kilometer kilometres kilometre kilometers',
  'mil',
  'm² m2 kvm kvadratmeter square_metres square_metre square_meters sqm',
  'm³ m3 kubikmeter cubic_metres cubic_metre cubic_meters',
  'g gram grams',
  'kg kilo kilogram kilos kilograms',
  'ton t tonnes tonne tons',
  'liter l litres litre liters',
  'dl deciliter decilitres decilitre',
  'W watt watts',
  'kW kilowatt kilowatts',
  'kWh kilowattimmar kilowattimme kilowatt_hours kilowatt_hour',
  'MWh megawattimmar megawattimme megawatt_hours megawatt_hour',
  '°C grader grad degrees degree °',
].map((line) => line.split(' ').map((form) => form.replaceAll('_', ' ')))

/** One name of each unit and every other, for whoever writes a question. */
export const knownUnits: readonly string[] = units.flat()

/** Every form of the unit a question is asked in, or undefined when it is none that is known. */
export function unitOf(unit: string): readonly string[] | undefined {
  const written = foldUnit(unit)
  if (written === '') return undefined
  // A short form such as "m" belongs to several: what a question says in full decides.
  return (
    units.find(([name]) => foldUnit(name!) === written) ?? units.find((forms) => forms.map(foldUnit).includes(written))
  )
}

/** Without case, spaces and a full stop at the end. */
export function foldUnit(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/\s/g, '').replace(/\.$/, '')
}
