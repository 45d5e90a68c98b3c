import type { PaperKind } from '#shared/application/desk'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { letterOf } from '#shared/domain/requests/request-transitions'

/** In the order in which the work needs them: each as soon as the request has what it says. */
export function papersOf(request: DisclosureRequest): readonly PaperKind[] {
  const { letter, receivedOn, passings, served } = request
  const start: readonly PaperKind[] = receivedOn ? ['F01', 'F03', 'slip'] : ['F01']
  const passed: readonly PaperKind[] = passings.length > 0 ? ['S04'] : []
  const approval: readonly PaperKind[] = isBeforeTheHead(request) ? ['S06'] : []
  const reply = letter && letterOf(letter.decision)
  // The posted one has S02; what went over the wire is recorded on S01, which nobody signs.
  const proof: readonly PaperKind[] = served?.way === 'post' ? [] : ['S01']
  const out: readonly PaperKind[] = letter ? [...(reply ? [reply] : []), ...proof, ...posted(request)] : []
  return [...start, ...passed, ...approval, ...out]
}

const isBeforeTheHead = ({ status }: DisclosureRequest): boolean =>
  status === 'submitted' || status === 'issued' || status === 'served'

/** Where the reply goes, or went, through the post. */
const posted = ({ route, served }: DisclosureRequest): readonly PaperKind[] =>
  (served ? served.way === 'post' : route === 'post') ? ['S02', 'envelope'] : []
