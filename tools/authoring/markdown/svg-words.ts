// What pictures are drawn with: SVG 2 without scripts, links, animation, other files and other languages.
// https://www.w3.org/TR/SVG2/eltindex.html · https://www.w3.org/TR/SVG2/attindex.html · https://www.w3.org/TR/SVG2/propidx.html

/** Elements of a picture. */
export const elementsOf: ReadonlySet<string> = new Set(
  `svg g defs symbol use title desc style path rect circle ellipse line polyline polygon text tspan textPath
  linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix feComponentTransfer
  feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
  feOffset`.split(/\s+/),
)

/** Attributes of those elements, besides href within the picture, aria-* and font-*. */
export const attributesOf: ReadonlySet<string> = new Set(
  `id class style role lang xml:lang version viewBox preserveAspectRatio width height x y x1 x2 y1 y2 cx cy r rx
  ry fx fy fr d points pathLength transform dx dy rotate textLength lengthAdjust startOffset method spacing side offset
  gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits maskUnits
  maskContentUnits markerUnits markerWidth markerHeight refX refY orient filterUnits primitiveUnits in in2 result mode
  type values operator k1 k2 k3 k4 radius stdDeviation tableValues slope intercept amplitude exponent
  fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-dasharray stroke-dashoffset opacity color stop-color stop-opacity flood-color flood-opacity clip-path clip-rule
  mask filter marker-start marker-mid marker-end display visibility overflow paint-order shape-rendering text-rendering
  color-interpolation color-interpolation-filters vector-effect text-anchor dominant-baseline alignment-baseline
  baseline-shift letter-spacing word-spacing text-decoration writing-mode direction unicode-bidi mix-blend-mode isolation
  transform-origin`.split(/\s+/),
)
