/**
 * To the first field that complains (a text, or the first choice of a group), with its sentence in sight: below a long
 * text it may not be. Answers whether there was one: what is on screen decides whether a form may go.
 */
export function focusInvalid(within: HTMLElement | null): boolean {
  const first = within?.querySelector<HTMLElement>('[aria-invalid=true]')
  if (!first) return false
  const control = first.matches('fieldset') ? first.querySelector<HTMLElement>('input') : first
  control?.focus()
  const note = first.getAttribute('aria-describedby')
  if (note) document.getElementById(note)?.scrollIntoView({ block: 'nearest' })
  return true
}
