import { createHash } from 'node:crypto'

import { expect, test } from 'vitest'

import { badgePicture } from '../../../web/components/badge-art/badge-svg.ts'
import type { CellId } from '../../../formats/catalogue/catalogue.ts'

/** SHA-256 of what the design's own program draws: awards point at these pictures, so they never change unseen. */
const drawnByTheDesign: Partial<Record<CellId, string>> = {
  'UND-1': '1bfc253a42270ecb',
  'UND-2': '11c9bfab4d88a0db',
  'UND-3': '99922936b92fccff',
  'USE-1': 'a8444085b5347036',
  'USE-2': '59567704a2d4cb9e',
  'USE-3': 'b61f4c7753083fb7',
  'CHK-1': '2f23ac5324696f9a',
  'CHK-2': '021525f56aeaadc5',
  'CHK-3': '92aec6b1c3af904b',
  'PRO-1': 'ab5fad796e8b10a0',
  'PRO-2': '5a68a9ee55115be7',
  'PRO-3': '918f31ac7803d127',
  'RES-1': 'f4a804231fae75bb',
  'RES-2': 'afeaa726a22f1876',
  'RES-3': 'dd0277f78ae6f9c1',
  'DEV-1': '4eac9057c36a560e',
  'DEV-2': '718eb100c141ad46',
  'DEV-3': '7a1d164eb89b06bf',
}

test.each(Object.entries(drawnByTheDesign))('the picture of %s is the one the designer drew', (cell, hash) => {
  expect(
    createHash('sha256')
      .update(badgePicture(cell as CellId))
      .digest('hex')
      .slice(0, 16),
  ).toBe(hash)
})

test('no picture holds text: it is the same in both languages and needs no font', () => {
  for (const cell of Object.keys(drawnByTheDesign)) expect(badgePicture(cell as CellId)).not.toMatch(/<text|font-/)
})
