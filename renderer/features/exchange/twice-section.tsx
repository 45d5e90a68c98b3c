import type { UsedTwice } from '#shared/application/exchange/ports'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import type { RequestId } from '#shared/domain/requests/request-facts'
import type { VisitId } from '#shared/domain/visits/visit-facts'
import { useMessages } from '../../i18n/messages-provider'
import type { Translate } from '../../i18n/message'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'
import type { RecordAt, SectionProps } from './exchange-sections'

/** Numbers that two machines used: no order of arrival settles that, a person has to. */
export function TwiceSection({ seen: { report }, onOpen }: SectionProps) {
  const { t } = useMessages()
  const { usedTwice } = report
  if (usedTwice.length === 0) return null
  return (
    <Sheet title={t('exchange.twice')}>
      <ul className="exchange-lines" aria-label={t('exchange.twice')}>
        {usedTwice.map(twice => (
          <Twice key={`${twice.series} ${twice.number}`} {...{ twice, onOpen }} />
        ))}
      </ul>
      <p className="exchange-quiet">{t('exchange.twice.next')}</p>
    </Sheet>
  )
}

function Twice({ twice, onOpen }: Pick<SectionProps, 'onOpen'> & { readonly twice: UsedTwice }) {
  const { t } = useMessages()
  const { number, subjects } = twice
  return (
    <li>
      <Status flag="conflict">{t('exchange.twice.line', { series: seriesWord(twice.series, t), number })}</Status>
      <span className="exchange-words">{subjects.map(subject => placeWord(subject, t)).join('、')}</span>
      {subjects.flatMap((subject, nth) => {
        const at = recordAt(subject)
        if (!at) return []
        return [
          <Act key={subject} size="small" onAct={() => onOpen(at)}>
            {t('exchange.conflicts.open', { no: String(nth + 1) })}
          </Act>,
        ]
      })}
    </li>
  )
}

function recordAt(subject: string): RecordAt | null {
  const [kind, id = ''] = subject.split(':')
  if (kind === 'request') return { kind, id: id as RequestId }
  if (kind === 'document') return { kind, id: id as DocumentId }
  return kind === 'visit' ? { kind, id: id as VisitId } : null
}

function seriesWord(series: string, t: Translate): string {
  const known = (['request', 'letter', 'certificate', 'index'] as const).find(one => one === series)
  return known ? t(`exchange.twice.series.${known}`) : series
}

function placeWord(subject: string, t: Translate): string {
  const [kind = ''] = subject.split(':')
  const known = (['request', 'document', 'visit', 'office'] as const).find(one => one === kind)
  return t(`exchange.twice.at.${known ?? 'other'}`)
}
