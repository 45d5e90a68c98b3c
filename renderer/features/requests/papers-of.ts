import type { PaperKind } from '#shared/application/desk'
import { isSignedFor } from '#shared/application/requests/service-check'
import type { DisclosureRequest, ServedReply } from '#shared/domain/requests/request-state'
import { letterOf } from '#shared/domain/requests/request-transitions'

/** Receipt and proof of the due date once the receipt is known; the reply and its proof of service from the issue on. */
export function papersOf({ letter, served, receivedOn }: DisclosureRequest): readonly PaperKind[] {
  const start: readonly PaperKind[] = receivedOn ? ['F03', 'slip'] : []
  const reply = letter && letterOf(letter.decision)
  return letter ? [...start, ...(reply ? [reply] : []), ...proofOf(served)] : start
}

/** 送达回证 where somebody signs, 邮寄凭证登记 for what was posted; what was sent has its record of sending. */
function proofOf(served: ServedReply | undefined): readonly PaperKind[] {
  if (!served || isSignedFor(served.way)) return ['S01']
  return served.way === 'post' ? ['S02'] : []
}
