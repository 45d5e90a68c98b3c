import type { ReactNode } from 'react'
import { Mark } from '../marks/mark'
import './problem-note.css'

export interface ProblemNoteProps {
  /** What happened, what was kept, what to do next. */
  readonly sentence: { readonly what: string; readonly kept: string; readonly next: string }
  readonly acts?: ReactNode
}

/** A problem beside the form it belongs to: the form stays as it was typed. */
export function ProblemNote({ sentence, acts }: ProblemNoteProps) {
  return (
    <div className="problem-note" role="alert">
      <Mark flag="late" />
      <div>
        <p className="problem-note-what">{sentence.what}</p>
        <p>{sentence.kept}</p>
        <p>{sentence.next}</p>
        {acts ? <div className="state-acts">{acts}</div> : null}
      </div>
    </div>
  )
}
