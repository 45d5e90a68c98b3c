import { useEffect, useRef } from 'react'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { ProblemNote } from '../../ui/states/problem-note'

export interface FailedNoteProps {
  readonly problem: Problem
  /** Takes the focus only where nothing else on the page has it. */
  readonly isQuiet?: boolean
}

/** Why something did not go through, where the eyes are, and the keyboard goes on from there. */
export function FailedNote({ problem, isQuiet = false }: FailedNoteProps) {
  const { t } = useMessages()
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isQuiet || document.activeElement === document.body) note.current?.focus()
  }, [problem, isQuiet])
  return (
    <div ref={note} tabIndex={-1} className="media-failed">
      <ProblemNote sentence={problemSentence(problem, t)} />
    </div>
  )
}
