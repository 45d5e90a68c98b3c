import { useRef, useState, type RefObject } from 'react'
import { registerRequest } from '#shared/application/reception/register-request'
import { startOf } from '#shared/application/reception/check-arrival'
import type { RegistrationField, RegistrationForm } from '#shared/application/reception/registration-form'
import { useCardReader } from '../../case-parts/use-card-reader'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { useShortcuts } from '../../ui/acts/use-shortcuts'
import { drawNow } from '../../ui/fields/draw-now'
import { PageHead } from '../../ui/shell/page-head'
import { ApplicantSheet } from './applicant-sheet'
import { ArrivalSheet } from './arrival-sheet'
import { BlankForm } from './blank-form'
import { DueSheet } from './due-sheet'
import { EarlierSheet } from './earlier-sheet'
import { fieldsInOrder, fieldsOf } from './field-words'
import { filledFromCard } from './filled-from-card'
import { HeadNotes } from './head-notes'
import { MatterSheet } from './matter-sheet'
import { RegisterActs } from './register-acts'
import type { RegistrationDeskProps } from './registration-desk'
import { RegistrationTrouble, type Trouble } from './registration-trouble'
import { ObtainSheet } from './obtain-sheet'
import { SlipAct } from './slip-dialog'
import { useRegistration, type StartOfForm } from './use-registration'

export type { StartOfForm }

/** Left the four steps of the form, right what follows from them. Ctrl+Enter registers from anywhere. */
export function RegistrationPage(props: RegistrationDeskProps & { readonly start: StartOfForm }) {
  const { desk, start } = props
  const { t } = useMessages()
  const page = useRef<HTMLDivElement>(null)
  const registration = useRegistration(desk, start, props.onKept)
  const { form, problems, tried, draft } = registration
  const work = useWork(props, registration, page)
  const card = useCardReader(desk, {
    ...{ page, form },
    take: (read, before) => {
      drawNow(() => registration.change({ ...before, ...filledFromCard(read, before) }))
      const next = before.applicantType === 'naturalPerson' ? 'phone' : 'originalSeen'
      focusField(page.current, next)
    },
  })
  useShortcuts(
    [
      { keys: 'Ctrl+Enter', run: () => void work.register(true) },
      { keys: 'Esc', run: () => void work.putAside() },
      { keys: 'Alt+W', run: () => focusField(page.current, 'channel') },
    ],
    { owner: page },
  )
  return (
    <div ref={page} className="reception">
      <PageHead
        title={t('reception.title')}
        notes={<HeadNotes desk={desk} form={form} draft={draft} />}
        acts={
          <>
            <SlipAct registration={registration} />
            <BlankForm desk={desk} agency={registration.agencies.find(({ agencyId }) => agencyId === form.agencyId)} />
            <Act showsKeys="Esc" onAct={() => void work.putAside()}>
              {t('reception.putAside')}
            </Act>
          </>
        }
      />
      {work.trouble ? (
        <RegistrationTrouble
          trouble={work.trouble}
          isReadOnly={desk.readOnly !== null}
          onAgain={work.again}
          onBack={work.backToForm}
          onLeaveAnyway={props.onLeave}
        />
      ) : null}
      <div className="reception-columns">
        <div className="reception-steps">
          <ApplicantSheet registration={registration} today={desk.today} card={card} />
          <MatterSheet registration={registration} />
          <ObtainSheet registration={registration} />
          <ArrivalSheet registration={registration} today={desk.today} calendar={desk.calendar} />
        </div>
        <div className="reception-side">
          <DueSheet
            receivedOn={startOf(form) ?? ''}
            channel={form.channel}
            today={desk.today}
            calendar={desk.calendar}
          />
          <EarlierSheet desk={desk} form={form} onOpen={props.onOpenEarlier} />
          <RegisterActs
            form={form}
            missing={fieldsInOrder(problems, form)}
            tried={tried}
            busy={work.busy}
            standstill={registration.standstill}
            onRegister={wantsReceipt => void work.register(wantsReceipt)}
          />
        </div>
      </div>
    </div>
  )
}

interface Work {
  readonly busy: boolean
  readonly trouble: Trouble | null
  readonly register: (wantsReceipt: boolean) => Promise<void>
  readonly putAside: () => Promise<void>
  readonly again: () => void
  readonly backToForm: () => void
}

function useWork(
  { desk, onRegistered, onLeave }: RegistrationDeskProps,
  { requestId, check, keeper, current, standstill }: ReturnType<typeof useRegistration>,
  page: RefObject<HTMLElement | null>,
): Work {
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const isWorking = useRef(false)
  const wanted = useRef(true)

  /** One thing at a time, from the key press on. */
  const alone = async (work: () => Promise<void>): Promise<void> => {
    if (isWorking.current) return
    isWorking.current = true
    try {
      await work()
    } finally {
      isWorking.current = false
      setBusy(false)
    }
  }
  const register = async (wantsReceipt: boolean): Promise<void> => {
    wanted.current = wantsReceipt
    settleField(page.current)
    const checked = check()
    if (standstill?.kind === 'readOnly')
      return setTrouble({ kind: 'notRegistered', problem: standstill.problem, draft: await keeper.flush() })
    if (standstill) return
    const unreadable = dayFields.find(field => isRefused(page.current, field))
    if (!checked || unreadable) return focusFirstProblem(page.current, current())
    setBusy(true)
    setTrouble(null)
    const written = await registerRequest(requestId, checked, desk)
    if (!written.ok) return setTrouble({ kind: 'notRegistered', problem: written.problem, draft: await keeper.flush() })
    await keeper.drop()
    // The receipt names the day from which the clock runs: it is printed once there is one.
    onRegistered(requestId, wantsReceipt && startOf(current()) !== undefined)
  }
  const putAside = async (): Promise<void> => {
    settleField(page.current)
    const draft = await keeper.flush()
    if (draft.kind === 'failed') setTrouble({ kind: 'draftNotSaved', problem: draft.problem })
    else onLeave()
  }
  const registerAlone = (wantsReceipt: boolean): Promise<void> => alone(() => register(wantsReceipt))
  const putAsideAlone = (): Promise<void> => alone(putAside)
  return {
    ...{ busy, trouble, register: registerAlone, putAside: putAsideAlone },
    again: () => void (trouble?.kind === 'draftNotSaved' ? putAsideAlone() : registerAlone(wanted.current)),
    backToForm() {
      setTrouble(null)
      focusField(page.current, 'name')
    },
  }
}

/** What cannot be read as a day leaves the form with the last one that could. */
const dayFields = ['receivedOn', 'arrivedOn', 'confirmedOn'] as const

/** A date that is typed and not left yet counts as typed: leaving the field reads it, and its answer is drawn. */
const settleField = (page: HTMLElement | null): void =>
  drawNow(() => page?.querySelector<HTMLElement>(':is(input, textarea):focus')?.blur())

const controlOf = (page: HTMLElement | null, field: RegistrationField): HTMLElement | null =>
  page?.querySelector<HTMLElement>(
    `[data-field="${field}"] :is(input:not([type=radio]), input:checked, textarea, select, input)`,
  ) ?? null

const isRefused = (page: HTMLElement | null, field: RegistrationField): boolean =>
  controlOf(page, field)?.getAttribute('aria-invalid') === 'true'

const focusField = (page: HTMLElement | null, field: RegistrationField): void => controlOf(page, field)?.focus()

/** The first field that has a problem, in the order of the screen. */
function focusFirstProblem(page: HTMLElement | null, form: RegistrationForm): void {
  const first = fieldsOf(form).find(
    field => page?.querySelector(`[data-field="${field}"][data-problem]`) ?? isRefused(page, field),
  )
  if (first) focusField(page, first)
}
