import type { PaperKind } from '#shared/application/desk'
import { replyTypes } from '#shared/domain/decisions/reply-types'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'

/** Receipt and proof of the due date from the start; the reply and its proof of service from the issue on. */
export function papersOf({ letter }: DisclosureRequest): readonly PaperKind[] {
  return letter ? ['F03', 'slip', replyTypes[letter.decision].letter, 'S01'] : ['F03', 'slip']
}
