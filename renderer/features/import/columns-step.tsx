import { neededFields, registerFields, type RegisterField } from '#shared/application/import/columns'
import type { RegisterFile } from '#shared/application/import/import-desk'
import type { Agency } from '#shared/domain/agencies/office-facts'
import { useMessages } from '../../i18n/messages-provider'
import type { Translate } from '../../i18n/message'
import { Act } from '../../ui/acts/act'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { SelectField } from '../../ui/fields/select-field'
import { Sheet } from '../../ui/sheets/sheet'
import { PageHead } from '../../ui/shell/page-head'
import type { Layout } from './file-pages'

export interface ColumnsStepProps {
  readonly file: RegisterFile
  readonly layout: Layout
  readonly agencies: readonly Agency[]
  readonly onLayout: (layout: Layout) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

/** Which column holds what: guessed, and changed by the clerk. */
export function ColumnsStep(props: ColumnsStepProps) {
  const { file, layout, onBack, onNext } = props
  const { t } = useMessages()
  const missing = neededFields.filter(field => layout.columns[field] === undefined)
  const stop =
    missing.length > 0
      ? t('import.columns.stop', { fields: missing.map(field => t(`import.field.${field}`)).join(t('requests.join')) })
      : undefined
  return (
    <div className="import">
      <PageHead
        title={t('import.step.columns')}
        notes={file.fileName}
        onBack={onBack}
        acts={
          <Act look="primary" keys="Ctrl+Enter" disabledBecause={stop} onAct={onNext}>
            {t('import.columns.next')}
          </Act>
        }
      />
      {stop ? (
        <p className="import-stop" role="status">
          {stop}
        </p>
      ) : null}
      <FileChoices {...props} />
      <Sheet
        title={t('import.columns.title')}
        aside={t('import.columns.aside', { n: Object.keys(layout.columns).length })}
      >
        <div className="import-columns">
          {registerFields.map(field => (
            <ColumnChoice key={field} field={field} {...props} />
          ))}
        </div>
      </Sheet>
    </div>
  )
}

const headLinesShown = 15
const importedChannels = ['inPerson', 'signedPost', 'ordinaryPost', 'email', 'web', 'fax', 'phoneNote'] as const

function FileChoices({ file, layout, agencies, onLayout }: ColumnsStepProps) {
  const { t } = useMessages()
  const { choices, columns } = layout
  const rows = file.sheets[layout.sheet]?.rows ?? []
  const choose = (part: Partial<Layout['choices']>): void => onLayout({ ...layout, choices: { ...choices, ...part } })
  return (
    <Sheet>
      <div className="import-columns">
        {file.sheets.length > 1 ? (
          <SelectField
            label={t('import.sheet')}
            choices={file.sheets.map(({ name }, index) => ({ value: String(index), label: name }))}
            value={String(layout.sheet)}
            onChange={value => onLayout({ ...layout, sheet: Number(value) })}
          />
        ) : null}
        <SelectField
          label={t('import.headLine')}
          choices={rows.slice(0, headLinesShown).map((row, index) => ({
            value: String(index + 1),
            label: t('import.headLine.line', { n: index + 1, words: shortened(row.filter(Boolean).join(' '), 9) }),
          }))}
          value={String(layout.headLine)}
          onChange={value => onLayout({ ...layout, headLine: Number(value) })}
        />
        <SelectField
          label={t('import.otherChannel')}
          hint={t('import.otherChannelHint')}
          choices={importedChannels.map(value => ({ value, label: t(`channel.${value}`) }))}
          value={choices.otherChannel}
          onChange={otherChannel => choose({ otherChannel })}
        />
        {agencies.length > 1 ? (
          <SelectField
            label={t('import.agency')}
            choices={agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
            value={choices.defaultAgencyId}
            onChange={defaultAgencyId => choose({ defaultAgencyId })}
          />
        ) : null}
      </div>
      {columns.pauseFrom === undefined ? null : (
        <ChoiceGroup
          look="inline"
          label={t('import.pauseFromIs')}
          choices={(['letterSent', 'firstExcluded'] as const).map(value => ({
            value,
            label: t(`import.pauseFromIs.${value}`),
          }))}
          value={choices.pauseFromIs}
          onChange={pauseFromIs => choose({ pauseFromIs })}
        />
      )}
    </Sheet>
  )
}

const none = 'none'

function ColumnChoice({ field, file, layout, onLayout }: ColumnsStepProps & { readonly field: RegisterField }) {
  const { t } = useMessages()
  const rows = file.sheets[layout.sheet]?.rows ?? []
  const heads = rows[layout.headLine - 1] ?? []
  const width = Math.max(0, ...rows.slice(0, 200).map(row => row.length))
  const column = layout.columns[field]
  const { [field]: _left, ...others } = layout.columns
  const sample = column === undefined ? '' : (rows.slice(layout.headLine).find(row => row[column])?.[column] ?? '')
  const isNeeded = neededFields.includes(field)
  return (
    <SelectField
      label={t(`import.field.${field}`)}
      optional={!isNeeded}
      hint={sample ? t('import.columns.sample', { text: shortened(hidden(field, sample), 24) }) : undefined}
      error={isNeeded && column === undefined ? t('import.columns.missing') : undefined}
      choices={[
        { value: none, label: t('import.columns.none') },
        ...Array.from({ length: width }, (_, index) => ({
          value: String(index),
          label: columnWords(index, heads[index] ?? '', t),
        })),
      ]}
      value={column === undefined ? none : String(column)}
      onChange={value =>
        onLayout({ ...layout, columns: value === none ? others : { ...others, [field]: Number(value) } })
      }
    />
  )
}

const columnWords = (index: number, head: string, t: Translate): string =>
  t('import.columns.column', { letter: columnLetter(index), head: shortened(head, 16) })

/** A, B ... Z, AA, AB ... as spreadsheets name them. */
function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last
}

function shortened(text: string, most: number): string {
  const characters = [...text.replaceAll(/\s+/gu, ' ')]
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`
}

/** The screen stands in a public room: of what identifies a person only the end is shown. */
const hidden = (field: RegisterField, text: string): string =>
  ['applicant', 'idNumber', 'phone', 'address'].includes(field)
    ? text.replaceAll(/(?<=^..)./gu, '*').slice(0, 12)
    : text
