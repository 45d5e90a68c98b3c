import type { Desk } from '#shared/application/desk'
import { catalogueFields, leftColumns, type CatalogueField } from '#shared/application/intake/fields'
import type { OpenedSource } from '#shared/application/intake/ports'
import { guessFields, type GuessField, type IntakeChoices } from '#shared/application/intake/read-row'
import { recognise } from '#shared/application/intake/recognise'
import type { Problem } from '#shared/contracts/problems'
import type { Office } from '#shared/domain/agencies/office'
import { namedTopics } from '#shared/domain/catalogue/topic-classes'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { CheckBox } from '../../ui/fields/check-box'
import { SelectField } from '../../ui/fields/select-field'
import { Sheet } from '../../ui/sheets/sheet'
import { PageHead } from '../../ui/shell/page-head'
import { ProblemNote } from '../../ui/states/problem-note'
import { NumberingSheet } from './numbering-sheet'
import type { Sample } from './source-pages'

export interface ChoicesStepProps {
  readonly desk: Desk
  readonly office: Office
  readonly source: OpenedSource
  readonly sample: Sample
  readonly choices: IntakeChoices
  readonly problem: Problem | null
  readonly onChoices: (choices: IntakeChoices) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

/** What the columns are, which guesses are wanted, and what holds where the source says nothing. */
export function ChoicesStep(props: ChoicesStepProps) {
  const { desk, office, source, sample, choices, problem, onBack, onNext } = props
  const { t } = useMessages()
  const hasTexts = sample.documents.some(({ text }) => text !== '')
  const left = leftColumns(sample.heads, choices.columns)
  const stop = choices.columns.title === undefined && !hasTexts ? t('docImport.stop.title') : undefined
  const canNumber = office.indexNumberings.some(({ agencyId }) => agencyId === choices.agencyId)
  return (
    <div className="doc-import">
      <PageHead
        title={t('docImport.step.choices')}
        notes={t('docImport.batch', { name: source.name, n: source.documents })}
        onBack={onBack}
        acts={
          <Act look="primary" keys="Ctrl+Enter" disabledBecause={stop} onAct={onNext}>
            {t('docImport.next')}
          </Act>
        }
      />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
      {canNumber ? null : <NumberingSheet desk={desk} agencyId={choices.agencyId} />}
      {hasTexts ? <Guesses {...props} /> : null}
      <Defaults {...props} />
      {sample.heads.length > 0 ? (
        <Sheet title={t('docImport.columns.title')} aside={t('docImport.columns.aside')}>
          {left.length > 0 ? (
            <p className="doc-import-warn">
              {t('docImport.columns.left', { columns: left.join(t('docImport.join')) })}
            </p>
          ) : null}
          <div className="doc-import-fields">
            {catalogueFields.map(field => (
              <ColumnChoice key={field} field={field} {...props} />
            ))}
          </div>
        </Sheet>
      ) : null}
    </div>
  )
}

/** Guesses are shown with an example, and taken only when they are ticked. */
function Guesses({ sample, choices, onChoices }: ChoicesStepProps) {
  const { t } = useMessages()
  const found = sample.documents.map(({ text }) => (text === '' ? {} : recognise(text)))
  const toggle = (field: GuessField, isTaken: boolean): void => {
    const others = choices.guesses.filter(each => each !== field)
    onChoices({ ...choices, guesses: isTaken ? [...others, field] : others })
  }
  return (
    <Sheet title={t('docImport.guess.title')} aside={t('docImport.guess.aside')}>
      <div className="doc-import-guesses">
        {guessFields.map(field => {
          const hits = found.flatMap(guess => guess[field] ?? [])
          return (
            <CheckBox
              key={field}
              checked={choices.guesses.includes(field)}
              onChange={isTaken => toggle(field, isTaken)}
              note={
                hits.length === 0
                  ? t('docImport.guess.none')
                  : t('docImport.guess.example', { n: hits.length, of: found.length, text: shortened(hits[0]!, 30) })
              }
            >
              {t(`docImport.field.${field}`)}
            </CheckBox>
          )
        })}
      </div>
    </Sheet>
  )
}

const attributes = ['PROACTIVE', 'ON_REQUEST', 'NOT_DISCLOSED'] as const
const validities = ['VALID', 'PARTLY_AMENDED', 'REPEALED', 'EXPIRED', 'UNKNOWN'] as const
const daysToPublish = ['none', 'documentDate', 'today'] as const

function Defaults({ office, choices, onChoices }: ChoicesStepProps) {
  const { t } = useMessages()
  const set = (part: Partial<IntakeChoices>): void => onChoices({ ...choices, ...part })
  const topics = namedTopics(office.topicNames)
  return (
    <Sheet title={t('docImport.defaults.title')} aside={t('docImport.defaults.aside')}>
      <div className="doc-import-fields">
        {office.agencies.length > 1 ? (
          <SelectField
            label={t('docImport.field.agency')}
            choices={office.agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
            value={choices.agencyId}
            onChange={agencyId => set({ agencyId })}
          />
        ) : null}
        <SelectField
          label={t('docImport.field.topicClass')}
          choices={topics.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          value={choices.topicClass}
          onChange={topicClass => set({ topicClass })}
        />
        <SelectField
          label={t('docImport.field.attribute')}
          choices={attributes.map(value => ({ value, label: t(`docImport.attribute.${value}`) }))}
          value={choices.attribute}
          onChange={attribute => set({ attribute })}
        />
        <SelectField
          label={t('docImport.field.validity')}
          choices={validities.map(value => ({ value, label: t(`docImport.validity.${value}`) }))}
          value={choices.validity}
          onChange={validity => set({ validity })}
        />
        <SelectField
          label={t('docImport.field.publishedOn')}
          hint={t('docImport.publishedOn.hint')}
          choices={daysToPublish.map(value => ({ value, label: t(`docImport.publishedOn.${value}`) }))}
          value={choices.publishedOn}
          onChange={publishedOn => set({ publishedOn })}
        />
      </div>
    </Sheet>
  )
}

const none = ''

function ColumnChoice({ field, sample, choices, onChoices }: ChoicesStepProps & { readonly field: CatalogueField }) {
  const { t } = useMessages()
  const head = choices.columns[field]
  const { [field]: _left, ...others } = choices.columns
  const example = head === undefined ? '' : (sample.documents.find(({ columns }) => columns[head])?.columns[head] ?? '')
  return (
    <SelectField
      label={t(`docImport.field.${field}`)}
      optional={field !== 'title'}
      hint={example ? t('docImport.columns.example', { text: shortened(example, 24) }) : undefined}
      choices={[
        { value: none, label: t('docImport.columns.none') },
        ...sample.heads.map(value => ({ value, label: shortened(value, 20) })),
      ]}
      value={head ?? none}
      onChange={value => onChoices({ ...choices, columns: value === none ? others : { ...others, [field]: value } })}
    />
  )
}

function shortened(text: string, most: number): string {
  const characters = [...text.replaceAll(/\s+/gu, ' ')]
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`
}
