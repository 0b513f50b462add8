import type { AreaId } from '../../../formats/catalogue/catalogue.ts'

/** Colours of one area: ground, petals (a), inner petals (b), heart and seeds (c), petals added by level (d), leaves, seed not yet earned. */
export interface Paint {
  ground: string
  a: string
  b: string
  c: string
  d: string
  leaf: string
  off: string
}

export const INK = {
  falu: '#8f2018',
  faluDeep: '#5f120e',
  copper: '#b9652b',
  copperLight: '#e6a468',
  straw: '#f0c890',
  forest: '#20523a',
  forestDeep: '#123424',
  patina: '#9dbfae',
  moss: '#5f9373',
  birch: '#fbf6ea',
  birchDeep: '#eadfc9',
  charcoal: '#26221f',
  slate: '#57504a',
} as const

export const paints: Record<AreaId, Paint> = {
  UND: {
    ground: INK.birchDeep,
    a: INK.falu,
    b: INK.straw,
    c: INK.charcoal,
    d: INK.copper,
    leaf: INK.forest,
    off: '#d3c4a6',
  },
  USE: {
    ground: INK.copper,
    a: INK.birch,
    b: INK.falu,
    c: INK.charcoal,
    d: INK.straw,
    leaf: INK.charcoal,
    off: '#98501f',
  },
  CHK: {
    ground: INK.falu,
    a: INK.birch,
    b: INK.copperLight,
    c: INK.charcoal,
    d: INK.straw,
    leaf: INK.patina,
    off: '#6e1610',
  },
  PRO: {
    ground: INK.charcoal,
    a: INK.copperLight,
    b: INK.falu,
    c: INK.birch,
    d: INK.copper,
    leaf: INK.moss,
    off: '#4a433d',
  },
  RES: {
    ground: INK.forest,
    a: INK.birch,
    b: INK.copperLight,
    c: INK.falu,
    d: INK.straw,
    leaf: INK.patina,
    off: '#143c29',
  },
  DEV: {
    ground: INK.patina,
    a: INK.forest,
    b: INK.birch,
    c: INK.falu,
    d: INK.falu,
    leaf: INK.forestDeep,
    off: '#7fa695',
  },
}
