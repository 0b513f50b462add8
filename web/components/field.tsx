import type { Child } from '../html/html.ts'

interface FieldProps {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** What was typed; kept when the form comes back. */
  value?: string | undefined
  type?: 'text' | 'email'
  autocomplete?: string
  inputmode?: 'text' | 'email' | 'numeric'
  required?: boolean
  code?: boolean
}

/** A labelled input whose hint and error are tied to it. */
export function Field({ name, label, hint, error, value = '', type = 'text', code = false, ...rest }: FieldProps) {
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint ? (
        <p class="soft" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError name={name} error={error} /> : null}
      <input
        class={code ? 'input input--code' : 'input'}
        id={name}
        name={name}
        type={type}
        value={value}
        {...rest}
        {...(described ? { 'aria-describedby': described } : {})}
        {...(error ? { 'aria-invalid': 'true' as const } : {})}
      />
    </div>
  )
}

export function FieldError({ name, error }: { name: string; error: string }) {
  return (
    <p class="field__error" id={`${name}-error`}>
      {error}
    </p>
  )
}

interface ChoiceFieldProps {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  value?: string | undefined
  options: { value: string; text: string }[]
}

/** A labelled select with an empty first choice. */
export function ChoiceField({ name, label, hint, error, value = '', options }: ChoiceFieldProps) {
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint ? (
        <p class="soft" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError name={name} error={error} /> : null}
      <select
        class="input"
        id={name}
        name={name}
        required
        {...(described ? { 'aria-describedby': described } : {})}
        {...(error ? { 'aria-invalid': 'true' as const } : {})}
      >
        <option value=""></option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}

/** One of several that exclude each other, the whole row pressable. */
export function Choice({
  name,
  value,
  checked = false,
  hint,
  children,
}: {
  name: string
  value: string
  checked?: boolean
  hint?: string
  children: Child
}) {
  return (
    <label class="pick">
      <input type="radio" name={name} value={value} checked={checked} required />
      <span>
        {children}
        {hint ? <span class="pick__hint">{hint}</span> : null}
      </span>
    </label>
  )
}

/** A checkbox with its words, the whole row pressable. */
export function Tick({
  name,
  id,
  value = 'yes',
  checked = false,
  required = false,
  children,
}: {
  name: string
  id?: string
  value?: string
  checked?: boolean
  required?: boolean
  children: Child
}) {
  return (
    <label class="pick">
      <input type="checkbox" id={id} name={name} value={value} checked={checked} required={required} />
      <span>{children}</span>
    </label>
  )
}
