import type { KnownHeadquarters } from '../../../electron/main/media/carrying/carrying-parts'

/** Of a headquarters that never signed for anything. */
export const noReceipts: KnownHeadquarters['book'] = {
  read: () => null,
  keep: () => ({ kind: 'onward' }),
  count: () => undefined,
  countedUpTo: () => 0,
  lastOn: () => null,
  isTakenBack: () => false,
  save: () => undefined,
}
