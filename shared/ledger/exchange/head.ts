import { noPreviousHash } from '../act'

/** Where a chain ends for somebody. The chain is named, so that heads of several chains stand side by side. */
export interface Head {
  readonly chain: string
  readonly seq: number
  /** Hash of act `seq`; 64 zeros where there is none yet. */
  readonly hash: string
}

export const emptyHead = (chain: string): Head => ({ chain, seq: 0, hash: noPreviousHash })

export const sameHead = (a: Head, b: Head): boolean => a.chain === b.chain && a.seq === b.seq && a.hash === b.hash

export const isChain = (text: string): boolean => /^[0-9a-f]{32}$/.test(text)
export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)
