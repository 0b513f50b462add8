import { describe, expect, test } from 'vitest'

import { Html } from '../../../web/html/html.ts'
import { kept } from '../../../web/html/kept.ts'

describe('a kept drawing', () => {
  test('is drawn once for its owner and each variant of it, and again for another owner', () => {
    const drawn: string[] = []
    const draw = (owner: object, variant: string) =>
      String(
        kept(owner, variant, () => {
          drawn.push(variant)
          return <b>{variant}</b>
        }),
      )
    const [one, other] = [{}, {}]
    expect([draw(one, 'a'), draw(one, 'a'), draw(one, 'b'), draw(other, 'a')]).toEqual([
      '<b>a</b>',
      '<b>a</b>',
      '<b>b</b>',
      '<b>a</b>',
    ])
    expect(drawn).toEqual(['a', 'b', 'a'])
  })

  test('is forgotten rather than that there are more than 500', () => {
    const owner = {}
    let drawn = 0
    const draw = (variant: number) => kept(owner, String(variant), () => new Html(String((drawn += 1))))
    for (let variant = 0; variant <= 500; variant += 1) draw(variant)
    draw(0)
    expect(drawn).toBe(502)
  })

  test('has one hole at most, and what fills it is text each time', () => {
    const owner = {}
    const draw = (filling: string) => String(kept(owner, 'a', (hole) => <input value={hole} />, filling))
    expect([draw('one'), draw('"><script>')]).toEqual([
      '<input value="one"/>',
      '<input value="&quot;&gt;&lt;script&gt;"/>',
    ])
    expect(() => kept(owner, 'b', (hole) => <p title={hole}>{hole}</p>, 'x')).toThrow('one hole')
    expect(() => kept(owner, 'c', (hole) => <p>{hole}</p>)).toThrow('go together')
    expect(() => kept(owner, 'd', () => <p />, 'x')).toThrow('go together')
  })

  test('is HTML that was printed, never a text', () => {
    // @ts-expect-error a text would go out as it stands
    const plain = () => kept({}, 'a', () => '<b>')
    expect(plain).toBeTypeOf('function')
  })
})
