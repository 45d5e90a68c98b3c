import type { KioskDesk, LookedUp } from '#shared/application/kiosk/ports'

export type StatusAnswer = LookedUp | 'busy' | 'failed' | null

export interface StatusQuestion {
  ask(typed: Parameters<KioskDesk['lookUp']>[0]): Promise<void>
  /** What was typed has changed. */
  forget(): void
}

/**
 * What is answered of one code never stands beside another, where it would be read as the state of somebody else's request:
 * it goes with the first change, and one that comes after that is not shown.
 */
export function statusQuestion(
  { lookUp }: Pick<KioskDesk, 'lookUp'>,
  show: (answer: StatusAnswer) => void,
): StatusQuestion {
  let inHand = 0
  return {
    ask: async typed => {
      const asked = ++inHand
      show('busy')
      const found = await lookUp(typed)
      if (asked === inHand) show(found.ok ? found.value : 'failed')
    },
    forget: () => {
      inHand++
      show(null)
    },
  }
}
