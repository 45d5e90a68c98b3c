import type { ReactNode } from 'react'
import { Mark, type Flag } from '../marks/mark'
import './timeline.css'

export interface TimelineFact {
  readonly id: string
  /** 10月12日, or 今天 for what is waited for. */
  readonly day: string
  /** 17:03 */
  readonly time?: string
  readonly flag: Flag
  readonly title: ReactNode
  /** Who, and on which ground. */
  readonly note?: ReactNode
}

export interface FactsTimelineProps {
  /** What is waited for now; stands out above the facts. */
  readonly waiting?: TimelineFact
  /** Newest first. */
  readonly facts: readonly TimelineFact[]
}

/** 办理经过: an ordered list of what happened; nothing in it can be changed. */
export function FactsTimeline({ waiting, facts }: FactsTimelineProps) {
  return (
    <ol className="facts">
      {waiting ? <FactRow fact={waiting} isWaiting /> : null}
      {facts.map(fact => (
        <FactRow key={fact.id} fact={fact} isWaiting={false} />
      ))}
    </ol>
  )
}

function FactRow({ fact, isWaiting }: { readonly fact: TimelineFact; readonly isWaiting: boolean }) {
  return (
    <li className={isWaiting ? 'fact fact-waiting' : 'fact'}>
      <span className="fact-when">
        {fact.day}
        {fact.time ? <span className="fact-time">{fact.time}</span> : null}
      </span>
      <span className="fact-mark">
        <Mark flag={fact.flag} />
      </span>
      <span className="fact-words">
        <span className="fact-title">{fact.title}</span>
        {fact.note ? <span className="fact-note">{fact.note}</span> : null}
      </span>
    </li>
  )
}
