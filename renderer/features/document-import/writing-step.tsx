import { useCallback, useEffect, useRef, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { ImportPlan, OpenedSource } from '#shared/application/intake/ports'
import type { LeftPart } from '#shared/application/intake/connect-documents'
import { writeImport, type WrittenSoFar } from '#shared/application/intake/write-import'
import type { Problem } from '#shared/contracts/problems'
import type { Office } from '#shared/domain/agencies/office'
import type { Translate } from '../../i18n/message'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { PageHead } from '../../ui/shell/page-head'
import { EmptyState } from '../../ui/states/empty-state'
import { ProblemNote } from '../../ui/states/problem-note'
import { ProgressLine } from '../../ui/states/progress-line'
import { useRunning } from '../../ui/states/use-running'
import { importPost } from './import-post'
import { contextOf } from './source-pages'

export interface WritingStepProps {
  readonly desk: Desk
  readonly office: Office
  readonly source: OpenedSource
  readonly plan: ImportPlan
  readonly onLeave: () => void
}

/** Writes what the plan takes. Stopped here or by a power cut, it goes on from the overview later. */
export function WritingStep({ desk, office, source, plan, onLeave }: WritingStepProps) {
  const { t } = useMessages()
  const { problem, run } = useRunning<Problem>()
  const [soFar, setSoFar] = useState<WrittenSoFar>({
    ...{ written: 0, done: 0, documents: plan.lines.length, refused: [], left: [], isWhole: false },
  })
  const [isDone, setDone] = useState(false)
  const isCancelled = useRef(false)
  const isBegun = useRef(false)
  const write = useCallback(async () => {
    const role = importPost(desk, plan.makesPublic)
    if (!role) return
    const written = await run(() =>
      writeImport(source, plan, {
        ...{ intake: desk.intake, acts: desk.catalogue, book: desk.documents, role },
        ...{ numberings: office.indexNumberings, context: contextOf(office, desk, plan.choices) },
        onProgress: setSoFar,
        isCancelled: () => isCancelled.current,
      }),
    )
    if (!written) return
    setSoFar(written)
    if (!written.isWhole) return
    await desk.intake.end(plan.batchId)
    setDone(true)
  }, [desk, office, source, plan, run])
  useEffect(() => {
    // The office changes while it is written to; the import is begun once.
    if (isBegun.current) return
    isBegun.current = true
    void write()
  }, [write])
  const stop = (): void => {
    isCancelled.current = true
    onLeave()
  }
  const refused = soFar.refused.map(({ line, problem: why }) => (
    <p key={line} className="doc-import-warn" role="alert">
      {t('docImport.done.refused', {
        line,
        why: why.kind === 'changedSince' ? t('docImport.finding.changedSince') : problemSentence(why, t).what,
      })}
    </p>
  ))
  const left = soFar.left.map(({ line, what, text, problem: why }, index) => (
    <p key={index} className="doc-import-warn" role="alert">
      {t(`docImport.done.left.${what}`, { line, text, why: leftWords(why, t) })}
    </p>
  ))
  return (
    <div className="doc-import">
      <PageHead title={t('docImport.step.writing')} notes={source.name} />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
      {isDone ? (
        <EmptyState
          title={t('docImport.done.title', { n: soFar.written })}
          acts={
            <Act look="primary" showsKeys="Enter" takesFocus onAct={onLeave}>
              {t('docImport.done.back')}
            </Act>
          }
        >
          {t('docImport.done.note')}
        </EmptyState>
      ) : (
        <ProgressLine done={soFar.done} total={soFar.documents} act={<Act onAct={stop}>{t('docImport.stopHere')}</Act>}>
          {t('docImport.writing', { done: soFar.done, n: soFar.documents })}
        </ProgressLine>
      )}
      {refused}
      {left}
    </div>
  )
}

const leftWords = (problem: LeftPart['problem'], t: Translate): string =>
  typeof problem === 'string' ? t(`docImport.left.why.${problem}`) : problemSentence(problem, t).what
