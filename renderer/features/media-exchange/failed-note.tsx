import { useEffect, useRef } from 'react'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { ProblemNote } from '../../ui/states/problem-note'

/** Why an export did not go through, where the eyes are: over the form, and the keyboard goes on from there. */
export function FailedNote({ problem }: { readonly problem: Problem }) {
  const { t } = useMessages()
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => note.current?.focus(), [problem])
  return (
    <div ref={note} tabIndex={-1} className="media-failed">
      <ProblemNote sentence={problemSentence(problem, t)} />
    </div>
  )
}
