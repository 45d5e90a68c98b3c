import { useEffect, useRef } from 'react'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Status } from '../../ui/marks/status'
import { ProblemNote } from '../../ui/states/problem-note'

export interface FailedNoteProps {
  readonly problem: Problem
  /** Takes the focus only where nothing else on the page has it. */
  readonly isQuiet?: boolean
}

/** Why something did not go through, where the eyes are, and the keyboard goes on from there. What somebody cancelled is no failure. */
export function FailedNote({ problem, isQuiet = false }: FailedNoteProps) {
  const { t } = useMessages()
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isQuiet || document.activeElement === document.body) note.current?.focus()
  }, [problem, isQuiet])
  const sentence = problemSentence(problem, t)
  const isCancelled = problem.kind === 'exportCancelled' || problem.kind === 'checkCancelled'
  return (
    <div ref={note} tabIndex={-1} className="media-failed" role={isCancelled ? 'status' : undefined}>
      {isCancelled ? (
        <>
          <Status flag="soon">{sentence.what}</Status>
          <p className="media-quiet">{`${sentence.kept}${sentence.next}`}</p>
        </>
      ) : (
        <ProblemNote sentence={sentence} />
      )}
    </div>
  )
}
