declare module 'virtual:catalogue' {
  export const catalogue: import('../../formats/catalogue/catalogue.ts').Catalogue
}
