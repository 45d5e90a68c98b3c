import { useEffect, useRef, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { sealedDraft, type DraftState, type SealedDraft } from '#shared/application/drafts/sealed-draft'
import { isBlankRegistration, onNextDay, requestIdOfDraft } from '#shared/application/reception/registration-draft'
import type { RegistrationFieldProblem, RegistrationProblems } from '#shared/application/reception/problem-basket'
import { checkRegistration, type CheckedRegistration } from '#shared/application/reception/registration'
import type { RegistrationField, RegistrationForm } from '#shared/application/reception/registration-form'
import type { Problem } from '#shared/contracts/problems'
import type { Agency, AgencyId } from '#shared/domain/agencies/office-facts'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { drawNow } from '../../ui/fields/draw-now'
import { useWatch } from '../../ui/states/use-watch'
import { later } from '../../ui/states/later'
import { shownProblem } from './shown-problems'

export interface StartOfForm {
  /** Of the draft. */
  readonly name: string
  readonly form: RegistrationForm
  readonly savedAt: number | null
}

/** Nothing on the form mends these: the journal is closed to new acts, or names no agency to ask of. */
export type Standstill = { readonly kind: 'readOnly'; readonly problem: Problem } | { readonly kind: 'noAgency' }

export interface Registration {
  /** The request that this form will be, however often it is sent. */
  readonly requestId: RequestId
  readonly form: RegistrationForm
  readonly problems: RegistrationProblems
  readonly agencies: readonly Agency[]
  /** Why nothing can be registered here at all, whatever is typed. */
  readonly standstill: Standstill | null
  readonly draft: DraftState
  readonly keeper: SealedDraft<RegistrationForm>
  /** Somebody tried to register: from then on everything that is missing is told. */
  readonly tried: boolean
  /** Name of the person at the desk. */
  readonly me: string
  readonly change: (part: Change) => void
  readonly leave: (field: RegistrationField) => void
  readonly problemOf: (field: RegistrationField) => RegistrationFieldProblem | undefined
  /** The form as it is this moment, later than the last drawing of the page. */
  readonly current: () => RegistrationForm
  /** Checks the form as it is this moment, later than the last drawing of the page. Null while something is wrong. */
  readonly check: () => CheckedRegistration | null
}

/** What is typed now, or how it follows from what stands there this moment. */
export type Change = Partial<RegistrationForm> | ((form: RegistrationForm) => Partial<RegistrationForm>)

/** The form in hand: what is typed, what is wrong with it, and its draft. */
export function useRegistration(desk: Desk, start: StartOfForm, onKept: (isKept: boolean) => void): Registration {
  const [form, setForm] = useState(start.form)
  const latest = useRef(start.form)
  /** The day that stands in an empty form where nobody has chosen one: it goes on with the calendar. */
  const dayBefore = useRef(desk.today)
  const [left, setLeft] = useState<ReadonlySet<RegistrationField>>(new Set())
  const [tried, setTried] = useState(false)
  const [draft, setDraft] = useState<DraftState>(
    start.savedAt === null ? { kind: 'none' } : { kind: 'saved', savedAt: start.savedAt },
  )
  const tell = (state: DraftState): void => {
    setDraft(state)
    if (state.kind !== 'failed') onKept(state.kind === 'saved')
  }
  const [keeper] = useState(() =>
    sealedDraft(desk.drafts, start.name, { onState: tell, before: draft, isBlank: isBlankRegistration, later }),
  )
  const { agencies: known, defaultAgencyId } = useAgencies(desk)
  const agencies = known ?? none
  // Leaving by any way: another desk, the list, the end of the day.
  useEffect(() => {
    const stop = desk.drafts.keepInStep(keeper.flush)
    return () => {
      stop()
      void keeper.flush()
    }
  }, [keeper, desk.drafts])
  useEffect(() => {
    if (dayBefore.current === desk.today) return
    latest.current = onNextDay(latest.current, dayBefore.current, desk.today)
    setForm(latest.current)
    dayBefore.current = desk.today
  }, [desk.today])
  const withAgency = (typed: RegistrationForm) => inAgency(typed, agencies, defaultAgencyId)
  const filled = withAgency(form)
  const { problems } = checkRegistration(filled, desk.today)
  return {
    requestId: requestIdOfDraft(start.name),
    ...{ form: filled, problems, agencies, draft, keeper, tried },
    standstill: standstillOf(desk.readOnly, known),
    me: desk.me.name,
    change(part) {
      latest.current = { ...latest.current, ...(typeof part === 'function' ? part(latest.current) : part) }
      setForm(latest.current)
      keeper.typed(latest.current)
    },
    current: () => withAgency(latest.current),
    leave: field => setLeft(before => (before.has(field) ? before : new Set([...before, field]))),
    problemOf: field => shownProblem(field, { form: filled, problems }, { left, tried }),
    check() {
      drawNow(() => setTried(true))
      return checkRegistration(withAgency(latest.current), desk.today).checked
    },
  }
}

const none: readonly Agency[] = []

/** `agencies` is undefined while the office is being read. */
export function standstillOf(readOnly: Problem | null, agencies: readonly Agency[] | undefined): Standstill | null {
  if (readOnly) return { kind: 'readOnly', problem: readOnly }
  return agencies?.length === 0 ? { kind: 'noAgency' } : null
}

/** Where the office serves one agency, nobody is asked; of several, the one that it set stands there until another is chosen. */
export function inAgency(
  form: RegistrationForm,
  agencies: readonly Agency[],
  defaultAgencyId?: AgencyId,
): RegistrationForm {
  const [first] = agencies
  if (first && agencies.length === 1) return { ...form, agencyId: first.agencyId }
  const isThere = agencies.some(({ agencyId }) => agencyId === defaultAgencyId)
  return form.agencyId === '' && defaultAgencyId && isThere ? { ...form, agencyId: defaultAgencyId } : form
}

interface KnownAgencies {
  readonly agencies?: readonly Agency[]
  readonly defaultAgencyId?: AgencyId | undefined
}

function useAgencies({ offices }: Desk): KnownAgencies {
  const record = useWatch(offices.watchOffice)
  if (record === undefined) return {}
  return { agencies: record?.office.agencies ?? none, defaultAgencyId: record?.office.settings.defaultAgencyId }
}
