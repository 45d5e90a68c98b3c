import { useRef, useState } from 'react'
import type { OfficeActs } from '#shared/application/settings/ports'
import {
  agencyDetailsFrom,
  agencyForm,
  agencyFormProblems,
  changedFields,
  emptyAgencyForm,
  reasonProblem,
  type AgencyForm,
  type ReasonProblem,
} from '#shared/application/settings/agency-form'
import type { Agency } from '#shared/domain/agencies/office-facts'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { drawNow } from '../../ui/fields/draw-now'
import { focusInvalid } from '../../ui/fields/focus-invalid'
import { TextArea } from '../../ui/fields/text-area'
import { ProblemNote } from '../../ui/states/problem-note'
import { AgencyFields, agencyFieldName, agencyFieldText } from './agency-fields'

export interface AgencyDialogProps {
  readonly acts: Pick<OfficeActs, 'addAgency' | 'changeAgency'>
  /** Null: a new one. */
  readonly agency: Agency | null
  readonly onDone: (name: string) => void
  readonly onClose: () => void
}

/** Adds an agency, or corrects one with a reason; what changes is shown before it is recorded. */
export function AgencyDialog({ acts, agency, onDone, onClose }: AgencyDialogProps) {
  const { t } = useMessages()
  const [form, setForm] = useState<AgencyForm>(() => (agency ? agencyForm(agency) : emptyAgencyForm))
  const [reason, setReason] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const problems = agencyFormProblems(form)
  const isWhole = Object.keys(problems).length === 0
  const changed = agency && (isWhole ? changedFields(agency, form) : [])
  const noReason = agency && reasonProblem(reason)
  const verb = t(agency ? 'settings.agency.correctIt' : 'settings.agency.addIt')
  const why = changed?.length === 0 && isWhole ? t('settings.agency.noChanges') : undefined

  const record = async (): Promise<void> => {
    drawNow(() => setWasTried(true))
    if (busy) return
    if (!isWhole || noReason) {
      focusInvalid(box.current)
      return
    }
    setBusy(true)
    const details = agencyDetailsFrom(form)
    const answer = agency
      ? await acts.changeAgency({ agencyId: agency.agencyId, agency: details, reason: reason.trim() })
      : await acts.addAgency(details)
    setBusy(false)
    if (answer.ok) onDone(details.name)
    else setRefusal(answer.problem)
  }

  return (
    <Dialog
      open
      width={720}
      title={t(agency ? 'settings.agency.correcting' : 'settings.agency.adding')}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('settings.cancel')}
          </Act>
          <Act look="primary" keys="Ctrl+Enter" busy={busy} disabledBecause={why} onAct={() => void record()}>
            {busy ? t('settings.saving') : verb}
          </Act>
        </>
      }
    >
      <div ref={box}>
        <AgencyFields
          form={form}
          problems={wasTried ? problems : {}}
          onChange={part => setForm({ ...form, ...part })}
        />
        {agency ? (
          <Correction
            before={agency}
            form={form}
            changed={changed ?? []}
            reason={reason}
            problem={wasTried ? noReason : null}
            onReason={setReason}
          />
        ) : null}
      </div>
      {refusal ? <ProblemNote sentence={problemSentence(refusal, t)} /> : null}
    </Dialog>
  )
}

interface CorrectionProps extends ChangesProps {
  readonly reason: string
  readonly problem: ReasonProblem | null
  readonly onReason: (reason: string) => void
}

/** What will read differently, and why: both stand in the ledger. */
function Correction({ reason, problem, onReason, ...changes }: CorrectionProps) {
  const { t } = useMessages()
  return (
    <>
      <p className="settings-quiet">{t('settings.agency.about')}</p>
      <Changes {...changes} />
      <TextArea
        label={t('settings.reason')}
        hint={t('settings.reasonHint')}
        error={problem ? t(`settings.${problem}`) : null}
        value={reason}
        onChange={onReason}
      />
    </>
  )
}

interface ChangesProps {
  readonly before: Agency
  readonly form: AgencyForm
  readonly changed: readonly (keyof AgencyForm)[]
}

function Changes({ before, form, changed }: ChangesProps) {
  const { t } = useMessages()
  const old = agencyForm(before)
  return (
    <section className="settings-changes" aria-live="polite">
      <h3>{t('settings.agency.changes')}</h3>
      {changed.length === 0 ? <p className="settings-quiet">{t('settings.agency.noChanges')}</p> : null}
      <ul>
        {changed.map(field => (
          <li key={field}>
            <b>{agencyFieldName(field, t)}</b> <span>{agencyFieldText(form, field, t)}</span>{' '}
            <span className="settings-quiet">
              {t('settings.agency.from', { before: agencyFieldText(old, field, t) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
