import { useMessages } from '../../i18n/messages-provider'
import { Sheet } from '../../ui/sheets/sheet'
import { useChainNames } from './chain-names'
import type { SectionProps } from './exchange-sections'
import { FindingList } from './finding-list'
import { isMovement } from './finding-words'

/** What headquarters has signed for, and what came from it or from media. */
export function MovementsSection({ desk, seen: { status, report } }: SectionProps) {
  const { t } = useMessages()
  const nameOf = useChainNames(desk, report.chains)
  const findings = report.findings.filter(({ finding }) => isMovement(finding))
  if (!status.headquarters && findings.length === 0) return null
  return (
    <Sheet title={t('exchange.movements')}>
      {findings.length === 0 ? (
        <p className="exchange-quiet">{t('exchange.movements.none')}</p>
      ) : (
        <FindingList label={t('exchange.movements')} {...{ findings, nameOf, today: desk.today }} />
      )}
    </Sheet>
  )
}
