/** What may be wrong with a field of a company's forms. */
export type CompanyFault =
  | 'required'
  | 'too-long'
  | 'odd-characters'
  | 'no-letter'
  | 'choose'
  | 'accept'
  | 'reach-too-long'
  | 'choose-courses'
  | 'no-courses'
  | 'both-courses'
  | 'unknown-courses'
