import { useMessages } from '../../i18n/messages-provider'
import { Sheet } from '../../ui/sheets/sheet'
import { useChainNames } from './chain-names'
import type { SectionProps } from './exchange-sections'
import { FindingList } from './finding-list'
import { isMovement } from './finding-words'

/** What was refused, parted or is otherwise out of the ordinary, each with what was kept and what to do. */
export function AttentionSection({ desk, seen: { status, report } }: SectionProps) {
  const { t } = useMessages()
  const nameOf = useChainNames(desk, report.chains)
  const findings = report.findings.filter(({ finding }) => !isMovement(finding))
  if (!status.headquarters && findings.length === 0) return null
  return (
    <Sheet title={t('exchange.attention')}>
      {findings.length === 0 ? (
        <p className="exchange-quiet">{t('exchange.attention.none')}</p>
      ) : (
        <FindingList label={t('exchange.attention')} {...{ findings, nameOf, today: desk.today }} />
      )}
    </Sheet>
  )
}
