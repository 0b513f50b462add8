/** What is sent to start a company. */
export const companyForm = {
  name: 'Siljans Plåt',
  municipality: '2081',
  sector: 'C',
  size: '10-49',
  displayName: 'Anders Öst',
  share: 'all',
  accept: 'yes',
}
