import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import { postFor, roleFor } from '#shared/application/catalogue/document-form'
import { isPublic } from '#shared/domain/catalogue/document'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import { publicationDue } from '#shared/domain/catalogue/publication-clock'
import { isOverdue } from '#shared/domain/clocks/clock-progress'
import { validityOn } from '#shared/domain/catalogue/validity-on'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { PageHead } from '../../ui/shell/page-head'
import { Sheet } from '../../ui/sheets/sheet'
import { EmptyState } from '../../ui/states/empty-state'
import { ProblemNote } from '../../ui/states/problem-note'
import { ProgressLine } from '../../ui/states/progress-line'
import { useLate } from '../../ui/states/use-late'
import { useRunning } from '../../ui/states/use-running'
import { useWatch } from '../../ui/states/use-watch'
import { AttachmentsSheet } from './attachments-sheet'
import { ConflictsNote } from './conflicts-note'
import { FieldsSheet } from './fields-sheet'
import { HistorySheet } from './history-sheet'
import { RelationsSheet } from './relations-sheet'
import { textParts } from './text-parts'
import { WithdrawDialog } from './withdraw-dialog'
import './document.css'

export interface DocumentPageProps {
  readonly desk: Desk
  readonly documentId: DocumentId
  readonly onBack: () => void
  readonly onEdit: () => void
  readonly onOpen: (documentId: DocumentId) => void
}

/** One document: what it is, what it says, what it is related to, and what was done to it. */
export function DocumentPage(props: DocumentPageProps) {
  const { desk, documentId, onBack } = props
  const { t } = useMessages()
  const [watch] = useState(() => desk.documents.watchOne(documentId))
  const record = useWatch(watch)
  const isSlow = useLate(record === undefined)
  if (record === undefined) return isSlow ? <ProgressLine>{t('document.reading')}</ProgressLine> : null
  if (record === null)
    return (
      <EmptyState title={t('document.gone')} acts={<Act onAct={onBack}>{t('document.toList')}</Act>}>
        {t('document.goneWhy')}
      </EmptyState>
    )
  return <Found {...props} record={record} />
}

function Found({
  desk,
  documentId,
  record,
  onBack,
  onEdit,
  onOpen,
}: DocumentPageProps & { readonly record: DocumentRecord }) {
  const { t } = useMessages()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const { document } = record
  const { details, isWithdrawn } = document
  const mayWrite = postFor(desk.me.posts, false) !== undefined
  const restore = () =>
    run(async () => {
      const role = roleFor(desk.me.posts, isPublic({ details, isWithdrawn: false }))
      const written = await desk.catalogue.write(role, [
        { documentId, facts: [{ type: 'document.restored@1', open: {} }] },
      ])
      return written.ok ? { ok: true, value: true } : written
    })
  return (
    <>
      <PageHead
        shape="case"
        title={details.title === '' ? t('catalogue.erased') : details.title}
        notes={<Standing desk={desk} record={record} />}
        onBack={onBack}
        acts={
          mayWrite ? (
            isWithdrawn ? (
              <Act busy={isBusy} onAct={() => void restore()}>
                {t('document.restore')}
              </Act>
            ) : (
              <>
                <Act onAct={() => setWithdrawing(true)}>{t('document.withdraw')}</Act>
                <Act look="primary" keys="E" onAct={onEdit}>
                  {t('document.edit')}
                </Act>
              </>
            )
          ) : null
        }
      />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
      <DueNote desk={desk} record={record} />
      <ConflictsNote desk={desk} record={record} />
      <div className="document">
        <div className="document-main">
          <FieldsSheet desk={desk} record={record} />
          <TextSheet desk={desk} record={record} />
        </div>
        <div className="document-side">
          <RelationsSheet desk={desk} record={record} mayWrite={mayWrite && !isWithdrawn} onOpen={onOpen} />
          <AttachmentsSheet desk={desk} record={record} mayWrite={mayWrite && !isWithdrawn} />
          <HistorySheet desk={desk} record={record} />
        </div>
      </div>
      {isWithdrawing ? (
        <WithdrawDialog desk={desk} ids={[documentId]} onDone={() => undefined} onClose={() => setWithdrawing(false)} />
      ) : null}
    </>
  )
}

function Standing({ desk, record: { document } }: { readonly desk: Desk; readonly record: DocumentRecord }) {
  const { t } = useMessages()
  const { details, isWithdrawn } = document
  const validity = validityOn(details, desk.today)
  return (
    <>
      {details.docNo ? <span>{details.docNo}</span> : null}
      <span>{t('document.indexNo', { indexNo: details.indexNo })}</span>
      {isWithdrawn ? (
        <Status flag="void">{t('catalogue.status.withdrawn')}</Status>
      ) : (
        <Status flag={isPublic(document) ? 'done' : 'paused'}>
          {isPublic(document) ? t('document.isPublic') : t(`catalogue.status.${details.attribute}`)}
        </Status>
      )}
      {validity === 'VALID' ? null : <span>{t(`validity.${validity}`)}</span>}
    </>
  )
}

/** The clock of art. 26, with its article beside the day. */
function DueNote({ desk, record: { document } }: { readonly desk: Desk; readonly record: DocumentRecord }) {
  const { t, format } = useMessages()
  const due = document.isWithdrawn ? undefined : publicationDue(document.details, desk.calendar)
  if (!due) return null
  const isLate = isOverdue(due, desk.today)
  return (
    <p className={`document-due${isLate ? ' is-late' : ''}`}>
      <Status flag={isLate ? 'late' : 'soon'} />
      <strong>{t(isLate ? 'document.due.late' : 'document.due', { day: format.fullDay(due.dueOn) })}</strong>{' '}
      {t('document.due.why', { from: format.day(due.startedOn), n: due.workingDays })}
      {due.certainty === 'provisional' ? ` ${t('document.due.provisional')}` : ''}
    </p>
  )
}

/** The body, in portions: a text of hundreds of thousands of letters in one element would hold the window up. */
function TextSheet({ desk, record }: { readonly desk: Desk; readonly record: DocumentRecord }) {
  const { t, format } = useMessages()
  const { documentId, document } = record
  const place = document.text
  const [text, setText] = useState<{ readonly of: typeof place; readonly text: string }>()
  const [shown, setShown] = useState(1)
  useEffect(() => {
    if (!place) return
    let isHere = true
    void desk.documents
      .texts([documentId])
      .then(([found = '']) => (isHere ? setText({ of: place, text: found }) : undefined))
    return () => {
      isHere = false
    }
  }, [desk.documents, documentId, place])
  if (!place) return <Sheet title={t('document.text')}>{t('document.noText')}</Sheet>
  const parts = text?.of === place ? textParts(text.text) : []
  return (
    <Sheet title={t('document.text')} aside={t('document.textLength', { n: format.count(place.chars) })}>
      <div className="document-text" lang="zh-CN">
        {parts.slice(0, shown).map((part, n) => (
          <div key={n}>{part}</div>
        ))}
      </div>
      {parts.length > shown ? (
        <Act size="small" onAct={() => setShown(shown + 1)}>
          {t('document.moreText')}
        </Act>
      ) : null}
    </Sheet>
  )
}
