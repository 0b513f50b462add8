const mostVariants = 500

/**
 * What follows from an object of the build (a question, a lesson, a course, a language's words), made once in as many
 * variants as there are. It is forgotten with its owner, so it cannot outlive its build.
 */
export class OfBuild<T> {
  readonly #made = new WeakMap<object, Map<string, T>>()

  /** `variant` names all else that it is made of. */
  of(owner: object, variant: string, make: () => T): T {
    const variants = this.#made.get(owner) ?? new Map<string, T>()
    const known = variants.get(variant)
    if (known !== undefined) return known

    const made = make()
    if (variants.size >= mostVariants) variants.clear()
    variants.set(variant, made)
    this.#made.set(owner, variants)
    return made
  }
}
