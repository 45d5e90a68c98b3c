import type { NotedFinding } from '#shared/application/exchange/ports'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../i18n/messages-provider'
import { Mark } from '../../ui/marks/mark'
import type { ChainName } from './chain-names'
import { findingFlag, findingWords } from './finding-words'

export interface FindingListProps {
  readonly label: string
  readonly findings: readonly NotedFinding[]
  readonly nameOf: ChainName
  readonly today: CivilDate
}

const shown = 100

/** The newest first, each once with its number. */
export function FindingList({ label, findings, nameOf, today }: FindingListProps) {
  const { t, format } = useMessages()
  return (
    <ul className="exchange-lines" aria-label={label}>
      {findings.slice(0, shown).map(({ finding, lastAt, times }) => (
        <li key={JSON.stringify(finding)}>
          <Mark flag={findingFlag(finding)} />
          <span className="exchange-words">{findingWords(finding, t, nameOf)}</span>
          <span className="exchange-when">
            {format.moment(lastAt, today)}
            {times > 1 ? ` · ${t('exchange.times', { n: times })}` : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}
