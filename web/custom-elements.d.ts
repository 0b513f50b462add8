/** Our own elements, as JSX knows them. */
declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      [element: `${string}-${string}`]: Hono.HTMLAttributes &
        Record<`data-${string}`, string | number | boolean | undefined>
    }
  }
}
export {}
