import type { RulesInForce, Sendings } from '#shared/application/sendings/sendings'
import type { Watch } from '#shared/application/ports'
import type { Shell } from '#shared/contracts/channel'
import type { intakeChannels } from '#shared/contracts/intake-channels'
import type { sendingChannels } from '#shared/contracts/sending-channels'
import type { Office } from '#shared/domain/agencies/office'
import { emptySendingBook } from '#shared/domain/sendings/sending-book'
import { calendarOf, lawPacksOf } from '#shared/domain/sendings/sendings-now'

/** The view shows the answer before it is said to be given. */
export function sendingsPort(
  shell: Shell<typeof sendingChannels & typeof intakeChannels>,
  catchUp: () => Promise<void>,
): Sendings {
  const shown = async <Answer extends { readonly ok: boolean }>(asked: Promise<Answer>): Promise<Answer> => {
    const answer = await asked
    if (answer.ok) await catchUp()
    return answer
  }
  return {
    accept: (sendingId, role) => shown(shell['sending:accept']({ sendingId, role })),
    decline: (sendingId, reason, role) => shown(shell['sending:decline']({ sendingId, reason, role })),
    read: (sendingId, role) => shown(shell['sending:read']({ sendingId, role })),
    openDocuments: sendingId => shell['sending:openDocuments']({ sendingId }),
  }
}

export interface RulesParts {
  readonly builtIn: RulesInForce
  readonly watchOffice: Watch<{ readonly office: Office } | null>
  readonly onChange: (rules: RulesInForce) => void
}

/**
 * Tells the rules that the office has accepted, over those of the program, and tells them anew only when something is
 * accepted: tables of days and lists of due dates hang on these objects. Answers how to stop.
 */
export function rulesInForce({ builtIn, watchOffice, onChange }: RulesParts): () => void {
  let known = ''
  return watchOffice(heard => {
    const book = heard?.office.sendings ?? emptySendingBook
    const answers = book.answers.filter(({ answer }) => answer === 'accepted')
    const accepted = answers.map(({ sendingId }) => sendingId).join(' ')
    if (accepted === known) return
    known = accepted
    onChange({ calendar: calendarOf(builtIn.calendar, book), lawPacks: lawPacksOf(builtIn.lawPacks, book) })
  })
}
