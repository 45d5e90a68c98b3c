import type { PaperKind } from '#shared/application/desk'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { letterOf } from '#shared/domain/requests/request-transitions'

/** Receipt and proof of the due date once the receipt is known; the reply and its proof of service from the issue on. */
export function papersOf({ letter, receivedOn }: DisclosureRequest): readonly PaperKind[] {
  const start: readonly PaperKind[] = receivedOn ? ['F03', 'slip'] : []
  const reply = letter && letterOf(letter.decision)
  return letter ? [...start, ...(reply ? [reply] : []), 'S01'] : start
}
