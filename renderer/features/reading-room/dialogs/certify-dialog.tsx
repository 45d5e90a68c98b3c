import { useEffect, useState } from 'react'
import { certificateDraftName } from '#shared/application/visits/archives-form'
import {
  certifyArchives,
  checkCertificate,
  emptyCertificate,
  readCertificateDraft,
  type CertificateForm,
} from '#shared/application/visits/certify'
import type { Agency, AgencyId } from '#shared/domain/agencies/office-facts'
import { yearOf } from '#shared/domain/calendar/civil-date'
import { formatCertificateNo } from '#shared/domain/visits/certificate-number'
import { ok } from '#shared/kernel/result'
import { useOffice } from '../../../case-parts/use-office'
import { fieldProblemSentence } from '../../../i18n/field-problem-sentence'
import { useMessages } from '../../../i18n/messages-provider'
import { SelectField } from '../../../ui/fields/select-field'
import { TextArea } from '../../../ui/fields/text-area'
import { TextField } from '../../../ui/fields/text-field'
import { RoomDialog } from '../room-dialog'
import { useFetchedDraft, useKeptForm, type StartOfForm } from '../use-kept-form'
import type { VisitDialogProps } from '../visit-dialogs'

/** 档案证明: numbered when it is written, and kept as a draft until then. */
export function CertifyDialog(props: VisitDialogProps & { readonly askNo: number }) {
  const name = certificateDraftName(props.record.visitId, props.askNo)
  const fetched = useFetchedDraft(props.desk, name, readCertificateDraft)
  const office = useOffice(props.desk.offices)
  if (fetched.kind === 'fetching' || !office) return null
  const start = fetched.kind === 'ready' ? fetched.start : { name, form: emptyCertificate, savedAt: null }
  const own = office.settings.defaultAgencyId ?? office.agencies[0]?.agencyId
  return own ? <CertificateForms {...props} start={start} agencies={office.agencies} own={own} /> : null
}

interface CertificateFormsProps extends VisitDialogProps {
  readonly askNo: number
  readonly start: StartOfForm<CertificateForm>
  readonly agencies: readonly Agency[]
  readonly own: AgencyId
}

function CertificateForms({ desk, record, onClose, askNo, start, agencies, own }: CertificateFormsProps) {
  const { t } = useMessages()
  const { form, change, keeper, current } = useKeptForm(desk, start, { isBlank })
  const [agencyId, setAgencyId] = useState<AgencyId>(own)
  const agency = agencies.find(each => each.agencyId === agencyId) ?? agencies[0]
  const expected = useExpectedNo(desk, agency)
  const act = () => {
    const { checked } = checkCertificate(current())
    if (!checked || !agency) return null
    return certifyArchives(desk, record, { askNo, agency, words: checked }).then(answer =>
      answer.ok ? ok(undefined) : answer,
    )
  }
  return (
    <RoomDialog
      title={t('room.certify.title')}
      does={t('room.certify.does')}
      note={expected ? t('room.certify.number', { no: expected }) : ''}
      act={act}
      onDone={() => keeper.drop()}
      onClose={onClose}
      width={680}
    >
      {isTried => (
        <>
          {agencies.length > 1 ? (
            <SelectField
              label={t('room.certify.agency')}
              choices={agencies.map(each => ({ value: each.agencyId, label: each.name }))}
              value={agencyId}
              onChange={setAgencyId}
            />
          ) : null}
          <CertificateFields {...{ form, change, isTried }} />
        </>
      )}
    </RoomDialog>
  )
}

interface FieldsProps {
  readonly form: CertificateForm
  readonly change: (part: Partial<CertificateForm>) => void
  readonly isTried: boolean
}

function CertificateFields({ form, change, isTried }: FieldsProps) {
  const translator = useMessages()
  const { t } = translator
  const { problems } = checkCertificate(form)
  const wordsOf = (field: keyof CertificateForm) => {
    const label = t(`room.certify.${field}`)
    const problem = isTried ? problems[field] : undefined
    const error = !problem
      ? null
      : problem.kind === 'notACount'
        ? t('room.notACount')
        : fieldProblemSentence(problem, label, translator)
    return { label, error, value: form[field], onChange: (typed: string) => change({ [field]: typed }) }
  }
  return (
    <>
      <TextField {...wordsOf('archivalCode')} takesFocus />
      <TextArea {...wordsOf('content')} hint={t('room.certify.contentHint')} rows={[4, 10]} />
      <TextField {...wordsOf('usedFor')} />
      <TextField {...wordsOf('pages')} hint={t('room.certify.pagesHint')} optional inputMode="numeric" />
    </>
  )
}

const isBlank = (form: CertificateForm): boolean => Object.values(form).every(text => text.trim() === '')

/** The number that certifying would draw now. Another window may take it first: what is written is what counts. */
function useExpectedNo({ series, today }: VisitDialogProps['desk'], agency: Agency | undefined): string | null {
  const [expected, setExpected] = useState<string | null>(null)
  const code = agency?.code
  useEffect(() => {
    if (!code) return
    let isHere = true
    const own = { code, year: yearOf(today) }
    void series.nextCertificateSerial(own).then(serial => {
      if (isHere) setExpected(formatCertificateNo({ ...own, serial }))
    })
    return () => {
      isHere = false
    }
  }, [series, today, code])
  return expected
}
