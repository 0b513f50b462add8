/**
 * Runs in the page. Every text a person can see whose contrast with what it stands on is under WCAG 2.2's AA (4.5:1, or
 * 3:1 for 24 px and for bold 18.66 px), computed from the computed styles; and each of `undecided` (axe's selectors of
 * what it could not decide) that was not among the texts looked at. A picture behind text cannot be decided here either.
 */
export function lowContrast(undecided: string[]): string[] {
  const looked = new Set<Element>()
  const found = [...textsOf(document.body)].flatMap(([element, text]) => {
    looked.add(element)
    return judge(element, text)
  })
  const unseen = undecided.filter((selector) => {
    const element = document.querySelector(selector)
    return element && isSeen(element) && ![...looked].some((each) => element.contains(each))
  })
  return [...new Set(found), ...unseen.map((selector) => `nobody looked at ${selector}`)]

  function* textsOf(root: Element): Generator<[Element, string]> {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      if (text && node.parentElement && isSeen(node.parentElement)) yield [node.parentElement, text]
    }
    for (const field of root.querySelectorAll(
      'input:not([type=radio],[type=checkbox],[type=hidden]), select, textarea',
    ))
      if (isSeen(field)) yield [field, '(what is typed)']
  }

  function isSeen(element: Element): boolean {
    const { width, height } = element.getBoundingClientRect()
    const hidden = element.closest('.vh, .skip, script, style, [popover]:not(:popover-open), option')
    return (
      width > 1 && height > 1 && !hidden && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    )
  }

  function judge(element: Element, text: string): string[] {
    const style = getComputedStyle(element)
    const ground = groundOf(element)
    const ratio = ground && ratioOf(over(coloursOf(style.color), ground), ground)
    const size = Number.parseFloat(style.fontSize)
    const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5
    if (ratio !== undefined && ratio >= needed) return []
    return [
      `${ratio?.toFixed(2) ?? 'a picture behind'}: ${element.tagName.toLowerCase()}${place(element)} "${text.slice(0, 40)}"`,
    ]
  }

  function place(element: Element): string {
    const { id, className } = element
    if (id) return `#${id}`
    return typeof className === 'string' && className ? `.${className.replaceAll(' ', '.')}` : ''
  }

  /** The colour an element stands on, or undefined where a picture lies between. */
  function groundOf(element: Element): number[] | undefined {
    const layers: number[][] = []
    for (let each: Element | null = element; each; each = each.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(each)
      if (backgroundImage !== 'none') return undefined
      const layer = coloursOf(backgroundColor)
      if (layer[3]! > 0) layers.push(layer)
      if (layer[3] === 1) break
    }
    return layers.reduceRight((ground, layer) => over(layer, ground), [255, 255, 255, 1])
  }

  function coloursOf(colour: string): number[] {
    const [red = 0, green = 0, blue = 0, alpha = 1] = [...colour.matchAll(/[\d.]+/g)].map(Number)
    return [red, green, blue, alpha]
  }

  function over([red = 0, green = 0, blue = 0, alpha = 1]: number[], ground: number[]): number[] {
    return [...[red, green, blue].map((part, i) => part * alpha + ground[i]! * (1 - alpha)), 1]
  }

  function ratioOf(a: number[], b: number[]): number {
    const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
    return (light! + 0.05) / (dark! + 0.05)
  }

  function luminance(colour: number[]): number {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
  }
}
