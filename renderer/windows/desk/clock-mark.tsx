import type { Desk } from '#shared/application/desk'
import { clockStanding, type ClockStanding } from '#shared/domain/sendings/clock-corrections'
import { apartWords } from '../../i18n/apart-words'
import type { Translate } from '../../i18n/message'
import { useMessages } from '../../i18n/messages-provider'
import type { Flag } from '../../ui/marks/mark'
import { ShellStatus } from '../../ui/shell/shell-status'
import { useWatch } from '../../ui/states/use-watch'

export interface ClockMarkProps {
  readonly desk: Pick<Desk, 'exchange' | 'offices'>
  readonly onOpen: () => void
}

/** How far this machine's clock is off headquarters', in the top bar; nothing where it is right as far as anybody knows. */
export function ClockMark({ desk, onOpen }: ClockMarkProps) {
  const { t } = useMessages()
  const status = useWatch(desk.exchange.watchStatus)
  const clocks = useWatch(desk.offices.watchOffice)?.office.sendings.clocks
  const standing = status?.headquarters && clocks ? clockStanding(status, clocks) : null
  if (!standing) return null
  const { flag, word } = clockMarkOf(standing, t)
  return (
    <ShellStatus flag={flag} onOpen={onOpen}>
      {word}
    </ShellStatus>
  )
}

/** A clock that is an hour off writes wrong days sooner or later: it is raised. */
const raisedMs = 3_600_000

export function clockMarkOf({ aheadMs }: ClockStanding, t: Translate): { readonly flag: Flag; readonly word: string } {
  const word = t(aheadMs > 0 ? 'exchange.status.fast' : 'exchange.status.slow', { apart: apartWords(aheadMs, t) })
  return { flag: Math.abs(aheadMs) < raisedMs ? 'soon' : 'late', word }
}
