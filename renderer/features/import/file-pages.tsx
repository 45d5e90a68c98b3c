import { useMemo, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { checkRegister, type CheckedRow } from '#shared/application/import/check-register'
import { guessColumns, type ColumnMap } from '#shared/application/import/columns'
import { registerContext, type RegisterFile, type RowChoices } from '#shared/application/import/import-desk'
import { useMessages } from '../../i18n/messages-provider'
import { ProgressLine } from '../../ui/states/progress-line'
import { useWatch } from '../../ui/states/use-watch'
import { ColumnsStep } from './columns-step'
import { PreviewStep } from './preview-step'

export interface FilePagesProps {
  readonly desk: Desk
  readonly file: RegisterFile
  readonly onBack: () => void
  readonly onPrepared: (batchId: string) => void
}

/** How the clerk says that the file is to be read. */
export interface Layout {
  readonly sheet: number
  readonly headLine: number
  readonly columns: ColumnMap
  readonly choices: RowChoices
}

/** A file on its way to a batch: which column is what, then every row with what becomes of it. */
export function FilePages({ desk, file, onBack, onPrepared }: FilePagesProps) {
  const { t } = useMessages()
  const office = useWatch(desk.offices.watchOffice)?.office
  const records = useWatch(desk.requests.watchAll)
  const [step, setStep] = useState<'columns' | 'preview'>('columns')
  const [given, setGiven] = useState<Layout | null>(null)
  const first = office?.agencies[0]?.agencyId
  const layout = useMemo(() => given ?? (first && layoutOf(file, 0, first)), [given, file, first])
  const rows = useMemo((): readonly CheckedRow[] | null => {
    if (step !== 'preview' || !layout || !office || !records) return null
    const { today, calendar } = desk
    const context = registerContext({ today, calendar, office, records }, layout.choices)
    return checkRegister(file.sheets[layout.sheet]?.rows ?? [], layout, context)
  }, [step, layout, office, records, desk, file])
  if (!layout || !office || !records) return <ProgressLine>{t('import.reading')}</ProgressLine>
  if (step === 'columns' || !rows)
    return (
      <ColumnsStep
        file={file}
        layout={layout}
        agencies={office.agencies}
        onLayout={next =>
          setGiven(
            next.sheet === layout.sheet
              ? next
              : { ...layoutOf(file, next.sheet, next.choices.defaultAgencyId), choices: next.choices },
          )
        }
        onBack={onBack}
        onNext={() => setStep('preview')}
      />
    )
  return (
    <PreviewStep
      desk={desk}
      office={office}
      file={file}
      rows={rows}
      agencyId={layout.choices.defaultAgencyId}
      onBack={() => setStep('columns')}
      onPrepared={onPrepared}
    />
  )
}

const layoutOf = (file: RegisterFile, sheet: number, defaultAgencyId: RowChoices['defaultAgencyId']): Layout => ({
  sheet,
  ...guessColumns(file.sheets[sheet]?.rows ?? []),
  choices: { defaultAgencyId, otherChannel: 'inPerson', pauseFromIs: 'letterSent' },
})
