import type { Desk } from '#shared/application/desk'
import type { OpenedSource } from '#shared/application/intake/ports'
import type { Problem } from '#shared/contracts/problems'
import type { SendingNow } from '#shared/domain/sendings/sendings-now'
import type { Result } from '#shared/kernel/result'
import { useRunning } from '../../ui/states/use-running'
import { roleToAnswer } from './sending-words'

export interface Answering {
  readonly isBusy: boolean
  readonly problem: Problem | null
  /** What this person may do with it now. A notice is read once, anything else answered once. */
  readonly may: 'read' | 'answer' | 'nothing'
  readonly accept: () => void
  readonly decline: (reason: string) => void
  readonly read: () => void
  readonly openDocuments: () => void
}

export interface AnswerParts {
  readonly desk: Pick<Desk, 'me' | 'sendings'>
  readonly sending: SendingNow
  readonly onDone: () => void
  readonly onImport: (source: OpenedSource) => void
}

/** The office's answer to one sending, by whoever is signed in. */
export function useAnswer({ desk: { me, sendings }, sending, onDone, onImport }: AnswerParts): Answering {
  const { isBusy, problem, run } = useRunning<Problem>()
  const { sendingId } = sending
  const role = roleToAnswer(sending, me.posts)
  const reader = me.posts[0]
  const done = async (work: () => Promise<Result<void, Problem>>): Promise<void> => {
    const answered = await run(async () => {
      const answer = await work()
      return answer.ok ? { ok: true, value: true } : answer
    })
    if (answered) onDone()
  }
  return {
    ...{ isBusy, problem, may: mayDo(sending, me) },
    accept: () => void (role && done(() => sendings.accept(sendingId, role))),
    decline: reason => void (role && done(() => sendings.decline(sendingId, reason, role))),
    read: () => void (reader && done(() => sendings.read(sendingId, reader))),
    openDocuments: () => void run(() => sendings.openDocuments(sendingId)).then(source => source && onImport(source)),
  }
}

function mayDo(sending: SendingNow, { personId, posts }: Desk['me']): Answering['may'] {
  if (sending.kind === 'notice') return posts.length > 0 && !sending.readBy.includes(personId) ? 'read' : 'nothing'
  return sending.state === 'open' && roleToAnswer(sending, posts) ? 'answer' : 'nothing'
}
