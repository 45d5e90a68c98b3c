/**
 * Puts the focus on the first field that says it is wrong, and answers whether there was one. A date that cannot be
 * read leaves the form with the last readable one, so what is on screen decides whether the form may go.
 */
export function focusInvalid(form: HTMLElement | null): boolean {
  const field = form?.querySelector<HTMLElement>('[aria-invalid=true]:is(input, textarea, select)')
  field?.focus()
  return field !== null && field !== undefined
}
