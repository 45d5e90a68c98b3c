import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'

export interface ConflictLine {
  readonly id: string
  /** As it is printed, or as lists name it. */
  readonly name: string
  readonly title?: string
  readonly words: readonly string[]
  readonly onOpen: () => void
}

export interface ConflictListProps {
  readonly title: string
  readonly aside: string
  readonly lines: readonly ConflictLine[]
  readonly next: string
}

/** Records on which two machines differ: what happened with both values, and the way to the page where it is settled. */
export function ConflictList({ title, aside, lines, next }: ConflictListProps) {
  const { t } = useMessages()
  if (lines.length === 0) return null
  return (
    <Sheet title={title} aside={aside}>
      <ul className="exchange-lines" aria-label={title}>
        {lines.map(line => (
          <li key={line.id}>
            <Status flag="conflict">{line.name}</Status>
            <span className="exchange-words">
              {line.title === undefined ? null : <strong>{line.title}</strong>}
              {line.words.map((word, nth) => (
                <span key={`${nth} ${word}`}>{word}</span>
              ))}
            </span>
            <Act size="small" onAct={line.onOpen}>
              {t('exchange.conflicts.open', { no: line.name })}
            </Act>
          </li>
        ))}
      </ul>
      <p className="exchange-quiet">{next}</p>
    </Sheet>
  )
}
