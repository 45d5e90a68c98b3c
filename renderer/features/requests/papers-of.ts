import type { PaperKind } from '#shared/application/desk'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { letterOf } from '#shared/domain/requests/request-transitions'

/** The form of an oral request. Receipt and proof of the due date once the receipt is known; the reply and its proof of service from the issue on. */
export function papersOf({ letter, receivedOn, personal }: DisclosureRequest): readonly PaperKind[] {
  const form: readonly PaperKind[] = personal?.oral ? ['F01'] : []
  const start: readonly PaperKind[] = [...form, ...(receivedOn ? (['F03', 'slip'] as const) : [])]
  const reply = letter && letterOf(letter.decision)
  return letter ? [...start, ...(reply ? [reply] : []), 'S01'] : start
}
