import type { UnseenEnd } from '#shared/contracts/media-channels'
import type { Workstation } from '../workstation/workstation'

/** An export, an import or a check while it goes on. */
export interface HeldWork {
  /** Null where what it led to is shown again anyway. */
  ended(end: UnseenEnd['end'] | null): void
  /** The desk was locked over it: its end is told after the next sign-in, whatever it is. */
  drop(): void
}

export interface UnseenEnds {
  hold(of: Pick<UnseenEnd, 'what' | 'name'>): HeldWork
  current(): UnseenEnd | null
  forget(): void
}

/**
 * Work for which the automatic lock waits, and how it ended where the lock took away the screen that would have said so. Kept until
 * somebody has read it or begins anew; it holds nothing personal.
 */
export function unseenEnds({ holdAutoLock }: Pick<Workstation, 'holdAutoLock'>): UnseenEnds {
  let unseen: UnseenEnd | null = null
  return {
    hold: of => {
      const release = holdAutoLock()
      let isDropped = false
      return {
        ended: end => {
          const isUnseen = release() || isDropped
          if (isUnseen && end) unseen = { ...of, end }
        },
        drop: () => {
          isDropped = true
        },
      }
    },
    current: () => unseen,
    forget: () => {
      unseen = null
    },
  }
}
