import type { Handlers, Reply } from '#shared/contracts/channel'
import type { sendingChannels } from '#shared/contracts/sending-channels'
import { officeSubject } from '#shared/ledger/subject'
import type { IntakeDesk } from '../documents/intake-desk'
import { sentLines } from '../documents/sent-documents'
import type { Workstation } from '../workstation/workstation'

export interface SendingHandlerParts {
  readonly workstation: Pick<Workstation, 'append' | 'ledger'>
  readonly intake: Pick<IntakeDesk, 'openSent'>
}

type OfficeAct = Parameters<Workstation['append']>[0]

/** What the office says to a sending of headquarters. Whether it may, and who, is judged by the authority. */
export function sendingHandlers({ workstation, intake }: SendingHandlerParts): Handlers<typeof sendingChannels> {
  const note = (role: string, fact: OfficeAct['facts'][number]): Reply<void> => {
    const done = workstation.append({ subject: officeSubject, role, facts: [fact] })
    return done.ok ? { ok: true, value: undefined } : done
  }
  return {
    'sending:accept': async ({ sendingId, role }) => note(role, { type: 'sending.accepted@1', open: { sendingId } }),
    'sending:decline': async ({ sendingId, reason, role }) =>
      note(role, { type: 'sending.declined@1', open: { sendingId, reason } }),
    'sending:read': async ({ sendingId, role }) => note(role, { type: 'notice.read@1', open: { sendingId } }),
    'sending:openDocuments': async ({ sendingId }) => {
      const lines = sentLines(workstation.ledger?.actsOf(officeSubject) ?? [], sendingId)
      return lines ? intake.openSent(sendingId, lines) : { ok: false, problem: { kind: 'notFound' } }
    },
  }
}
