import type { Desk } from '#shared/application/desk'
import type { ExchangeStatus } from '#shared/application/exchange/ports'
import { useMessages } from '../../i18n/messages-provider'
import type { Translate } from '../../i18n/message'
import type { Flag } from '../../ui/marks/mark'
import { ShellStatus } from '../../ui/shell/shell-status'
import { useWatch } from '../../ui/states/use-watch'

export interface ExchangeMarkProps {
  readonly desk: Pick<Desk, 'exchange'>
  readonly onOpen: () => void
}

/** One short word on the exchange in the top bar. Quiet: whoever works without a line works as well. */
export function ExchangeMark({ desk, onOpen }: ExchangeMarkProps) {
  const { t } = useMessages()
  const status = useWatch(desk.exchange.watchStatus)
  const { flag, word } = status ? markOf(status, t) : unknown(t)
  return (
    <ShellStatus flag={flag} onOpen={onOpen}>
      {word}
    </ShellStatus>
  )
}

interface Marked {
  readonly flag: Flag
  readonly word: string
}

const unknown = (t: Translate): Marked => ({ flag: 'provisional', word: t('exchange.status.notEnrolled') })

export function markOf({ headquarters, running, waiting, trouble, scans }: ExchangeStatus, t: Translate): Marked {
  if (!headquarters) return unknown(t)
  if (headquarters.address === null) return { flag: 'provisional', word: t('exchange.status.byMedia') }
  if (running && running.went + running.came > 0) return { flag: 'normal', word: t('exchange.status.running') }
  if (trouble === 'refused') return { flag: 'conflict', word: t('exchange.status.refused') }
  if (trouble === 'tooOften') return { flag: 'normal', word: t('exchange.status.tooOften') }
  if (trouble === 'away' || trouble === 'notUnderstood')
    return { flag: 'provisional', word: t('exchange.status.trouble', { n: waiting }) }
  if (waiting > 0) return { flag: 'normal', word: t('exchange.status.waiting', { n: waiting }) }
  const { go, come, trouble: held } = scans
  const flag = held && held !== 'away' ? 'late' : 'normal'
  if (go.files > 0) return { flag, word: t('exchange.status.scansGo', { n: go.files }) }
  if (come.files > 0) return { flag, word: t('exchange.status.scansCome', { n: come.files }) }
  return { flag: 'done', word: t('exchange.status.level') }
}
