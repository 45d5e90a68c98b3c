/** To the first field that complains (a text, or the first choice of a group), with its sentence in sight: below a long text it may not be. */
export function focusInvalid(within: HTMLElement | null): void {
  const first = within?.querySelector<HTMLElement>('[aria-invalid=true]')
  const control = first?.matches('fieldset') ? first.querySelector<HTMLElement>('input') : first
  control?.focus()
  const note = first?.getAttribute('aria-describedby')
  if (note) document.getElementById(note)?.scrollIntoView({ block: 'nearest' })
}
