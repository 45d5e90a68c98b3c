import type { NewSending, SentTo } from '#shared/contracts/headquarters-sendings'
import type { ConsoleLink } from '../console-link'

const officesAtOnce = 50

export interface SendingDone {
  readonly sent: number
  /** Had it already: a sending that was broken off and goes on. */
  readonly already: number
  readonly noMachine: readonly number[]
  /** Not asked any more, because headquarters did not answer: the same sending can go on. */
  readonly left: readonly number[]
  readonly why: 'away' | 'refused' | null
}

/** Sends to many offices, a few at a time: what was done stays done, and the same id goes on where it was broken off. */
export async function sendInParts(
  link: Pick<ConsoleLink, 'send'>,
  { offices, ...sending }: NewSending,
  onProgress: (done: number) => void,
): Promise<SendingDone> {
  const results: SentTo['results'] = []
  const left = [...offices]
  let why: SendingDone['why'] = null
  while (left.length > 0 && !why) {
    const some = left.slice(0, officesAtOnce)
    const asked = await link.send({ ...sending, offices: some })
    if (!asked.ok) {
      why = asked.problem.kind === 'away' ? 'away' : 'refused'
      continue
    }
    results.push(...asked.value.results)
    left.splice(0, some.length)
    onProgress(offices.length - left.length)
  }
  const of = (outcome: SentTo['results'][number]['outcome']) =>
    results.filter(one => one.outcome === outcome).map(({ officeId }) => officeId)
  return { sent: of('sent').length, already: of('already').length, noMachine: of('noMachine'), left, why }
}
