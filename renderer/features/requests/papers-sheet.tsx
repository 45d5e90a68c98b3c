import type { PaperKind } from '#shared/application/desk'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { useMessages } from '../../i18n/messages-provider'
import { Sheet } from '../../ui/sheets/sheet'
import { papersOf } from '../../case-parts/papers-of'

export interface PapersSheetProps {
  readonly request: DisclosureRequest
  readonly onPaper: (kind: PaperKind) => void
}

/** 材料: every paper that the request has by now; each opens its pages first. */
export function PapersSheet({ request, onPaper }: PapersSheetProps) {
  const { t } = useMessages()
  const papers = papersOf(request)
  if (papers.length === 0) return <Sheet title={t('requests.papers')}>{t('confirm.noPapers')}</Sheet>
  return (
    <Sheet title={t('requests.papers')}>
      <ul className="papers">
        {papers.map(kind => {
          const times = request.documents.filter(({ document }) => document === kind).length
          return (
            <li key={kind}>
              <button type="button" className="paper-row" onClick={() => onPaper(kind)}>
                <span>{t(`requests.paper.${kind}`)}</span>
                <small>{times === 0 ? t('requests.paper.notYet') : t('requests.paper.times', { n: times })}</small>
              </button>
            </li>
          )
        })}
      </ul>
    </Sheet>
  )
}
