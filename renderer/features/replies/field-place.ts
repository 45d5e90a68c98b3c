import type { ReplyGap } from '#shared/application/requests/reply-check'

/** The mark of a field in the page, where a gap leads to. */
export const placeOf = (gap: ReplyGap): string =>
  gap.kind === 'row' ? rowPlace(gap.field, gap.at, gap.part) : gap.field

export const rowPlace = (field: string, at: number, part: string): string => `${field}-${at}-${part}`

const controls = 'input:not(:disabled), textarea:not(:disabled), select:not(:disabled), button'

/** Puts the focus where the gap is closed. A date that cannot be read is a gap too, though the form does not know it. */
export function focusPlace(form: HTMLElement | null, place: string): void {
  const field = form?.querySelector<HTMLElement>(`[data-field="${place}"]`)
  const control = field?.querySelector<HTMLElement>(controls)
  control?.focus()
  control?.scrollIntoView({ block: 'center' })
}

/** The first control on screen that says it is wrong, such as a date that cannot be read. */
export function focusUnreadable(form: HTMLElement | null): boolean {
  const field = form?.querySelector<HTMLElement>('.date-input[aria-invalid=true]')
  field?.focus()
  return field !== null && field !== undefined
}
