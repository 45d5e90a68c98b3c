import { useRef, useState, type ReactNode } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { producePaper } from '#shared/application/requests/case-acts'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import { maskApplicantName } from '#shared/domain/identity/masking'
import { receiptRules } from '#shared/domain/requests/date-of-receipt'
import { problemSentence } from '../../i18n/problems'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { DueDateFigure } from '../../ui/due-date-strip/due-date-figure'
import { workingDaysLate } from './due-sheet'
import { ReceiptPreview } from './receipt-preview'
import { receiptPapersOf, useReceiptPapers, type ReceiptPaper, type ReceiptPapers } from './use-receipt-papers'
import './reception.css'

export interface ReceiptDialogProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly onClose: () => void
}

type How = 'printed' | 'saved'

/** After registering: number, due date, and the papers that go with them. Enter prints the receipt, Esc ends. */
export function ReceiptDialog({ desk, record, onClose }: ReceiptDialogProps) {
  const { t } = useMessages()
  // The papers show the request as it was registered; noting that one was printed must not compose them again.
  const [registered] = useState(record)
  const kinds = receiptPapersOf(registered)
  const [shown, setShown] = useState<ReceiptPaper>(kinds[0] ?? 'F03')
  const papers = useReceiptPapers(desk.papers, registered)
  const output = useOutput(desk, registered, papers)
  const put = (kind: ReceiptPaper, how: How) => ({
    busy: output.now?.kind === kind && output.now.how === how,
    onAct: () => {
      setShown(kind)
      void output.put(kind, how)
    },
  })
  return (
    <Dialog
      open
      title={t('receipt.title')}
      help="registering"
      width={960}
      onClose={onClose}
      error={output.error}
      acts={
        <>
          <Act look="quiet" showsKeys="Esc" onAct={onClose}>
            {t('receipt.close')}
          </Act>
          <Act {...put('F03', 'printed')} look="primary" showsKeys="Enter" takesFocus>
            {t('receipt.print')}
          </Act>
        </>
      }
    >
      <div className="receipt">
        <RegisteredFacts desk={desk} record={registered} said={output.said}>
          {kinds.includes('F01') ? (
            <>
              <Act {...put('F01', 'printed')}>{t('receipt.printForm')}</Act>
              <Act {...put('F01', 'saved')}>{t('receipt.saveForm')}</Act>
            </>
          ) : null}
          <Act {...put('F03', 'saved')}>{t('receipt.save')}</Act>
          <Act {...put('slip', 'printed')}>{t('receipt.printSlip')}</Act>
          <Act {...put('slip', 'saved')}>{t('receipt.saveSlip')}</Act>
        </RegisteredFacts>
        <ReceiptPreview
          papers={kinds}
          shown={shown}
          onShow={setShown}
          inHand={papers.inHand[shown]}
          onAgain={papers.again}
        />
      </div>
    </Dialog>
  )
}

interface RegisteredFactsProps {
  readonly desk: Desk
  readonly record: RequestRecord
  /** How the last printing or saving went. */
  readonly said: string
  /** What else can be put out. */
  readonly children: ReactNode
}

function RegisteredFacts({ desk: { today, calendar }, record: { request }, said, children }: RegisteredFactsProps) {
  const { t } = useMessages()
  const due = replyDueOn(request.clockFacts, calendar, today)
  return (
    <div className="receipt-facts">
      <div>
        <p className="receipt-label">{t('receipt.requestNo')}</p>
        <p className="receipt-number">{request.requestNo}</p>
        {request.personal ? <p>{maskApplicantName(request.personal.applicant.name, request.applicantType)}</p> : null}
      </div>
      {due.ok ? (
        <div>
          <p className="receipt-label">{t('receipt.due')}</p>
          <DueDateFigure
            due={due.value}
            today={today}
            overdueBy={workingDaysLate(due.value, today, calendar)}
            note={t(`intake.due.articles.${receiptRules[request.channel].article}`)}
          />
        </div>
      ) : null}
      <div className="receipt-acts">{children}</div>
      <p className="receipt-said" role="status">
        {said}
      </p>
    </div>
  )
}

interface Output {
  readonly now: { readonly kind: ReceiptPaper; readonly how: How } | null
  readonly said: string
  readonly error: string | null
  readonly put: (kind: ReceiptPaper, how: How) => Promise<void>
}

function useOutput(
  desk: Desk,
  { requestId }: RequestRecord,
  { paperOf, wentOut }: Pick<ReceiptPapers, 'paperOf' | 'wentOut'>,
): Output {
  const { t } = useMessages()
  const [now, setNow] = useState<Output['now']>(null)
  const [said, setSaid] = useState('')
  const [error, setError] = useState<string | null>(null)
  const attempt = async (kind: ReceiptPaper, how: How): Promise<void> => {
    const paper = t(`receipt.paper.${kind}`)
    const composed = await paperOf(kind)
    if (!composed.ok) return setSaid('') // Why stands where the paper would stand.
    const done = await producePaper(desk, requestId, { paper: composed.value, how })
    if (done.ok && done.value === 'done') wentOut(kind)
    if (done.ok) return setSaid(t(`receipt.done.${done.value === 'done' ? how : 'cancelled'}`, { paper }))
    const { what, next } = problemSentence(done.problem, t)
    setError(what + t('receipt.registeredKept') + next)
  }
  const isPutting = useRef(false) // Two presses come before the next drawing.
  const put = async (kind: ReceiptPaper, how: How): Promise<void> => {
    if (isPutting.current) return
    isPutting.current = true
    setNow({ kind, how })
    setError(null)
    setSaid(t(`receipt.busy.${how}`, { paper: t(`receipt.paper.${kind}`) }))
    await attempt(kind, how).catch(() => setError(t('receipt.broken')))
    isPutting.current = false
    setNow(null)
  }
  return { now, said: error ? '' : said, error, put }
}
