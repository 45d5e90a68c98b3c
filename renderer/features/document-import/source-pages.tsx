import { useCallback, useEffect, useRef, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { checkSource, type CheckedSource } from '#shared/application/intake/check-source'
import { guessColumns } from '#shared/application/intake/fields'
import { keepColumns, keptColumns } from '#shared/application/intake/kept-columns'
import { knownCatalogue } from '#shared/application/intake/known-catalogue'
import type { OpenedSource } from '#shared/application/intake/ports'
import type { IntakeChoices, RowContext } from '#shared/application/intake/read-row'
import type { Problem } from '#shared/contracts/problems'
import type { ReadDocument } from '#shared/contracts/read-document'
import type { Office } from '#shared/domain/agencies/office'
import { namedTopics, otherTopic } from '#shared/domain/catalogue/topic-classes'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { PageHead } from '../../ui/shell/page-head'
import { ProblemNote } from '../../ui/states/problem-note'
import { ProgressLine } from '../../ui/states/progress-line'
import { useRunning } from '../../ui/states/use-running'
import { ChoicesStep } from './choices-step'
import { PreviewStep } from './preview-step'

export interface SourcePagesProps {
  readonly desk: Desk
  readonly office: Office
  readonly source: OpenedSource
  readonly onLeave: () => void
}

/** The first documents of a source: enough to see which columns there are. */
export interface Sample {
  readonly documents: readonly ReadDocument[]
  readonly heads: readonly string[]
}

/** A source on its way into the catalogue: its columns, then every document with what becomes of it. */
export function SourcePages({ desk, office, source, onLeave }: SourcePagesProps) {
  const { t } = useMessages()
  const { isBusy, problem, run } = useRunning<Problem>()
  const [sample, setSample] = useState<Sample | null>(null)
  const [choices, setChoices] = useState<IntakeChoices | null>(null)
  const [checked, setChecked] = useState<CheckedSource | null>(null)
  const [step, setStep] = useState<{
    readonly what: 'known' | 'read'
    readonly done: number
    readonly of: number
  } | null>(null)
  const isCancelled = useRef(false)
  const { intake, drafts } = desk
  useEffect(() => {
    isCancelled.current = false
    return () => {
      isCancelled.current = true
      void intake.close(source.sourceId)
    }
  }, [intake, source.sourceId])

  const first = office.agencies[0]?.agencyId
  const look = useCallback(async () => {
    const part = await run(() => intake.read(source.sourceId, 0))
    if (!part || !first) return
    const heads = headsOf(source, part.documents)
    const columns = (await keptColumns(drafts, heads)) ?? guessColumns(heads)
    setSample({ documents: part.documents, heads })
    setChoices({
      ...{ columns, guesses: [], agencyId: first, topicClass: otherTopic },
      ...{ attribute: 'PROACTIVE', validity: 'VALID', publishedOn: 'none' },
    })
  }, [run, intake, drafts, source, first])
  useEffect(() => void look(), [look])

  const check = async (): Promise<void> => {
    if (!choices || !sample) return
    await keepColumns(drafts, sample.heads, choices.columns)
    const found = await run(async () => {
      const there = await knownCatalogue(desk.documents, (done, of) => setStep({ what: 'known', done, of }))
      const context = {
        ...contextOf(office, desk, choices),
        ...there,
        canNumber: (agencyId: string) => office.indexNumberings.some(one => one.agencyId === agencyId),
      }
      return checkSource(
        intake,
        { source, context },
        {
          onProgress: done => setStep({ what: 'read', done, of: source.documents }),
          isCancelled: () => isCancelled.current,
        },
      )
    })
    setStep(null)
    if (found) setChecked(found)
  }

  if (checked && choices)
    return <PreviewStep {...{ desk, office, source, choices, checked, onLeave }} onBack={() => setChecked(null)} />
  if (step || !sample || !choices)
    return (
      <div className="doc-import">
        <PageHead title={t('docImport.step.choices')} notes={source.name} onBack={onLeave} />
        {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
        {isBusy ? (
          <ProgressLine
            {...(step ? { done: step.done, total: step.of } : {})}
            act={<Act onAct={onLeave}>{t('docImport.cancel')}</Act>}
          >
            {step ? t(`docImport.checking.${step.what}`, { done: step.done, n: step.of }) : t('docImport.opening')}
          </ProgressLine>
        ) : null}
      </div>
    )
  return (
    <ChoicesStep
      {...{ desk, office, source, sample, choices, problem }}
      onChoices={setChoices}
      onBack={onLeave}
      onNext={() => void check()}
    />
  )
}

export const contextOf = (office: Office, { today }: Pick<Desk, 'today'>, choices: IntakeChoices): RowContext => ({
  ...{ choices, today, agencies: office.agencies },
  topics: namedTopics(office.topicNames),
})

const headsOf = ({ columns }: OpenedSource, documents: readonly ReadDocument[]): readonly string[] =>
  columns.length > 0 ? columns : [...new Set(documents.flatMap(document => Object.keys(document.columns)))]
