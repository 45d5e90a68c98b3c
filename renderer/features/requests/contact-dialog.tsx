import { useRef, useState, type ReactNode } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { recordContact } from '#shared/application/requests/case-acts'
import {
  checkAttempt,
  checkConfirmation,
  confirmationWays,
  confirmedDay,
  contactWays,
  type ContactDraft,
  type ContactProblems,
} from '#shared/application/requests/contact-check'
import type { Problem } from '#shared/contracts/problems'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import type { ConfirmationWay } from '#shared/domain/requests/request-facts'
import { fieldProblemSentence } from '../../i18n/field-problem-sentence'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { DateField } from '../../ui/date-field/date-field'
import { Dialog } from '../../ui/dialogs/dialog'
import { DueDateFigure } from '../../ui/due-date-strip/due-date-figure'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { drawNow } from '../../ui/fields/draw-now'
import { focusInvalid } from '../../ui/fields/focus-invalid'
import { TextArea } from '../../ui/fields/text-area'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { natureIn } from './day-nature'
import { written } from '../../case-parts/written'

export interface ContactDialogProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly draft: ContactDraft
  readonly onDraft: (draft: ContactDraft) => void
  /** Recorded: what was typed is of no use any more. */
  readonly onDone: () => void
  readonly onClose: () => void
}

/** 联系记录: one attempt to reach the applicant, reached or not. */
export function AttemptDialog(props: ContactDialogProps) {
  const { draft, onDraft, record, desk } = props
  const { t } = useMessages()
  const way = draft.way === 'automatic' ? 'phone' : draft.way
  return (
    <ContactDialog
      {...props}
      title={t('confirm.try')}
      save={t('confirm.saveTry')}
      check={() => checkAttempt(draft, { request: record.request, today: desk.today })}
      ways={<WayField label={t('confirm.way')} ways={contactWays} value={way} {...{ draft, onDraft }} />}
      dayLabel={t('confirm.triedOn')}
      noteHint={t('confirm.note.hint')}
      asksDay
    >
      <ChoiceGroup
        label={t('confirm.isReached')}
        look="inline"
        choices={[
          { value: 'no', label: t('confirm.notReached') },
          { value: 'yes', label: t('confirm.reached') },
        ]}
        value={draft.isReached ? 'yes' : 'no'}
        onChange={reached => onDraft({ ...draft, isReached: reached === 'yes' })}
      />
    </ContactDialog>
  )
}

/** 确认收到: starts the clock; the due date stands there before it is saved. */
export function ConfirmDialog(props: ContactDialogProps) {
  const { draft, onDraft, record, desk } = props
  const { request } = record
  const { t } = useMessages()
  const ways = confirmationWays(request.channel)
  return (
    <ContactDialog
      {...props}
      title={t('confirm.confirm')}
      save={t('confirm.save')}
      check={() => checkConfirmation(draft, { request, today: desk.today })}
      ways={
        <WayField label={t('reception.field.confirmedWay')} ways={ways} value={draft.way} {...{ draft, onDraft }} />
      }
      asksDay={draft.way !== 'automatic'}
      dayLabel={t('reception.field.confirmedOn')}
      noteHint={t('intake.confirmedNote.hint')}
      hint={t(draft.way === 'automatic' ? 'intake.automatic.hint' : 'confirm.dialogHint')}
    >
      <ClockToBe desk={desk} on={confirmedDay(draft, request)} />
    </ContactDialog>
  )
}

/** The due date that this day gives. */
function ClockToBe({ desk: { calendar, today }, on }: { readonly desk: Desk; readonly on: CivilDate | '' }) {
  const { t } = useMessages()
  const due = on === '' ? null : replyDueOn([{ kind: 'received', on }], calendar, today)
  return (
    <div className="contact-clock" aria-live="polite">
      <p className="dialog-hint">{t('reception.due.title')}</p>
      {due?.ok ? <DueDateFigure due={due.value} today={today} /> : <p>{t('confirm.noDue')}</p>}
    </div>
  )
}

interface WayFieldProps extends Pick<ContactDialogProps, 'draft' | 'onDraft'> {
  readonly label: string
  readonly ways: readonly ConfirmationWay[]
  readonly value: ConfirmationWay
}

function WayField({ label, ways, value, draft, onDraft }: WayFieldProps) {
  const { t } = useMessages()
  return (
    <ChoiceGroup
      label={label}
      look="inline"
      choices={ways.map(each => ({ value: each, label: t(`contactWay.${each}`) }))}
      value={value}
      onChange={way => onDraft({ ...draft, way })}
    />
  )
}

type Checked = ReturnType<typeof checkAttempt> | ReturnType<typeof checkConfirmation>

interface FrameProps extends ContactDialogProps {
  readonly title: string
  readonly save: string
  readonly hint?: string
  readonly dayLabel: string
  readonly noteHint: string
  readonly check: () => Checked
  readonly ways: ReactNode
  /** False where the day follows from the way. */
  readonly asksDay: boolean
  readonly children: ReactNode
}

function ContactDialog(props: FrameProps) {
  const { desk, record, title, save, hint, check, onDone, onClose, children } = props
  const { t } = useMessages()
  const [isTried, setTried] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const fields = useRef<HTMLDivElement>(null)
  const { problems, fact } = check()
  const put = async (): Promise<void> => {
    drawNow(() => setTried(true))
    if (focusInvalid(fields.current) || !fact) return
    if (await run(() => written(recordContact(desk, record.requestId, fact)))) onDone()
  }
  return (
    <Dialog
      open
      width={600}
      title={title}
      help="registering"
      onClose={onClose}
      note={record.request.requestNo}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('requests.cancel')}
          </Act>
          <Act look="primary" keys="Ctrl+Enter" busy={isBusy} onAct={() => void put()}>
            {save}
          </Act>
        </>
      }
    >
      {hint ? <p className="dialog-hint">{hint}</p> : null}
      <div ref={fields} className="contact-fields">
        <ContactFields {...props} problems={isTried ? problems : {}} />
        {children}
      </div>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

function ContactFields({ problems, ...props }: FrameProps & { readonly problems: ContactProblems }) {
  const { desk, record, draft, onDraft, ways, asksDay, dayLabel: day, noteHint } = props
  const translator = useMessages()
  const { t } = translator
  const note = t('confirm.note')
  return (
    <>
      <TextArea
        label={note}
        hint={noteHint}
        error={problems.note ? fieldProblemSentence(problems.note, note, translator) : null}
        value={draft.note}
        onChange={typed => onDraft({ ...draft, note: typed })}
        rows={[2, 5]}
        takesFocus
      />
      {ways}
      {asksDay ? (
        <DateField
          label={day}
          error={problems.on ? fieldProblemSentence(problems.on, day, translator) : null}
          value={draft.on === '' ? null : draft.on}
          onChange={on => onDraft({ ...draft, on: on ?? '' })}
          today={desk.today}
          earliestOn={record.request.arrivedOn}
          latestOn={desk.today}
          natureOf={natureIn(desk.calendar)}
        />
      ) : null}
    </>
  )
}
