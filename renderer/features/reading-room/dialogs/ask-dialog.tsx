import { useState } from 'react'
import {
  askDraftName,
  checkAsk,
  emptyAsk,
  isBlankAsk,
  readAskDraft,
  type AskForm,
  type AskProblems,
} from '#shared/application/visits/archives-form'
import { appendVisit } from '#shared/application/visits/visit-acts'
import { proofsOf } from '#shared/domain/visits/archives-proofs'
import { archivesKinds, archivesProofs, archivesRelations } from '#shared/domain/visits/visit-facts'
import { fieldProblemSentence } from '../../../i18n/field-problem-sentence'
import { useMessages } from '../../../i18n/messages-provider'
import { CheckBox } from '../../../ui/fields/check-box'
import { ChoiceGroup } from '../../../ui/fields/choice-group'
import { SelectField } from '../../../ui/fields/select-field'
import { TextField } from '../../../ui/fields/text-field'
import { RoomDialog } from '../room-dialog'
import { useFetchedDraft, useKeptForm, type StartOfForm } from '../use-kept-form'
import type { VisitDialogProps } from '../visit-dialogs'

/** 查档申请: kept as a draft from the first word on, until it is in the register. */
export function AskDialog(props: VisitDialogProps) {
  const { visitId, visit } = props.record
  const name = askDraftName(visitId)
  const fetched = useFetchedDraft(props.desk, name, readAskDraft)
  if (fetched.kind === 'fetching') return null
  const own = { ...emptyAsk, kind: visit.archivesKind ?? emptyAsk.kind }
  const fresh: AskForm = { ...own, purpose: visit.aim === 'archives' ? (visit.seeks ?? '') : '' }
  return <AskForms {...props} start={fetched.kind === 'ready' ? fetched.start : { name, form: fresh, savedAt: null }} />
}

function AskForms({ desk, record, onClose, start }: VisitDialogProps & { readonly start: StartOfForm<AskForm> }) {
  const { t } = useMessages()
  const { visitId, visit } = record
  const [untouched] = useState(start.form)
  // What the form takes over from the sign-in is no work to lose.
  const isBlank = (form: AskForm): boolean => isBlankAsk(form) || form === untouched
  const { form, change, keeper, current } = useKeptForm(desk, start, { isBlank })
  const around = { askNo: visit.asks.length + 1, ownName: visit.visitor?.name ?? '' }
  const { problems } = checkAsk(form, around)
  const act = () => {
    const { fact } = checkAsk(current(), around)
    return fact && appendVisit(desk, visitId, fact)
  }
  return (
    <RoomDialog
      title={t('room.ask.title')}
      does={t('room.ask.does')}
      act={act}
      onDone={() => keeper.drop()}
      onClose={onClose}
      width={680}
    >
      {isTried => (
        <>
          <ChoiceGroup
            label={t('room.form.archivesKind')}
            look="inline"
            choices={archivesKinds.map(value => ({ value, label: t(`room.archivesKind.${value}`) }))}
            value={form.kind}
            onChange={kind => change({ kind })}
          />
          <SelectField
            label={t('room.ask.relation')}
            takesFocus
            choices={archivesRelations.map(value => ({ value, label: t(`room.relation.${value}`) }))}
            value={form.relation}
            onChange={relation => change({ relation })}
          />
          <CheckBox
            checked={form.isOpenToPublic}
            note={t('room.ask.openNote')}
            onChange={isOpenToPublic => change({ isOpenToPublic })}
          >
            {t('room.ask.open')}
          </CheckBox>
          <Proofs {...{ form, change, isTried }} problem={problems.proofs} />
          <AskTexts {...{ form, change, problems, isTried }} />
        </>
      )}
    </RoomDialog>
  )
}

interface PartProps {
  readonly form: AskForm
  readonly change: (part: Partial<AskForm>) => void
  readonly isTried: boolean
}

/** What shows the right, by capacity; open archives ask for the identity document alone. */
function Proofs({ form, change, isTried, problem }: PartProps & { readonly problem: AskProblems['proofs'] }) {
  const { t } = useMessages()
  const asked = form.isOpenToPublic ? [] : proofsOf(form.relation)
  const lacking = isTried && problem?.kind === 'proofMissing' ? problem.proofs : []
  const tick = (proof: (typeof archivesProofs)[number], on: boolean): void =>
    change({ proofs: archivesProofs.filter(each => (each === proof ? on : form.proofs.includes(each))) })
  return (
    <fieldset className="room-ticks" aria-invalid={lacking.length > 0 ? true : undefined}>
      <legend className="field-label">{t('room.ask.proofs')}</legend>
      {asked.length === 0 ? <p className="room-quiet">{t('room.ask.proofs.none')}</p> : null}
      {asked.map(proof => (
        <CheckBox key={proof} checked={form.proofs.includes(proof)} onChange={on => tick(proof, on)}>
          {t(`room.proof.${proof}`)}
        </CheckBox>
      ))}
      {lacking.length > 0 ? (
        <p className="field-error" role="alert">
          {t('room.ask.proofs.missing', {
            proofs: lacking.map(proof => t(`room.proof.${proof}`)).join(t('post.join')),
          })}
        </p>
      ) : null}
    </fieldset>
  )
}

const texts = ['about', 'what', 'purpose', 'proofWords'] as const

function AskTexts({ form, change, isTried, problems }: PartProps & { readonly problems: AskProblems }) {
  const translator = useMessages()
  const { t } = translator
  // One's own record is about the visitor: the name is not typed again, and not shown.
  const asked = texts.filter(field => field !== 'about' || form.relation !== 'self')
  return asked.map(field => {
    const label = t(`room.ask.${field}`)
    const problem = problems[field]
    const isSaid = isTried && problem && problem.kind !== 'proofMissing'
    return (
      <TextField
        key={field}
        label={label}
        optional={field === 'proofWords'}
        value={form[field]}
        error={isSaid ? fieldProblemSentence(problem, label, translator) : null}
        onChange={typed => change({ [field]: typed })}
      />
    )
  })
}
