import {
  lastVersion,
  programText,
  slotsOf,
  textAt,
  isReplyWording,
  wordedLetters,
  type ChangedWording,
  type OfficeWording,
  type WordedLetter,
  type WordingSlot,
  type WordingTexts,
  type WordingVersion,
} from '../../domain/wording/office-wording'
import { wordingFault, type WordingFault } from '../../domain/wording/wording-rules'

/** Every text of one letter as it stands in the editor. */
export type WordingForm = WordingTexts

export const wordingForm = (letter: WordedLetter, wording?: Pick<OfficeWording, 'texts'>): WordingForm =>
  Object.fromEntries(slotsOf(letter).map(slot => [slot, wording?.texts[slot] ?? programText(letter, slot)]))

/** The last recorded wording of a letter, with no texts where it went back to the program's. */
export const latestOf = (versions: readonly WordingVersion[], letter: WordedLetter): WordingVersion | undefined =>
  versions.findLast(version => version.letter === letter)

/** What would be recorded: only what is not the program's own, so that the rest follows the program. */
export function textsOf(letter: WordedLetter, form: WordingForm): WordingTexts {
  const own = slotsOf(letter).flatMap(slot => {
    const text = form[slot]?.trim()
    return text === undefined || text === programText(letter, slot) ? [] : [[slot, text] as const]
  })
  return Object.fromEntries(own)
}

export const changedSlots = (
  letter: WordedLetter,
  form: WordingForm,
  versions: readonly WordingVersion[],
): readonly WordingSlot[] => {
  const before = wordingForm(letter, latestOf(versions, letter))
  return slotsOf(letter).filter(slot => form[slot]?.trim() !== before[slot])
}

export const faultsOf = (
  letter: WordedLetter,
  form: WordingForm,
): Readonly<Partial<Record<WordingSlot, WordingFault>>> =>
  Object.fromEntries(
    slotsOf(letter).flatMap(slot => {
      const fault = wordingFault(letter, slot, form[slot] ?? '')
      return fault ? [[slot, fault] as const] : []
    }),
  )

export interface WordingInHand {
  readonly letter: WordedLetter
  readonly form: WordingForm
  /** The texts that were changed go to the other replies and notices too. */
  readonly isForAll: boolean
}

/** The acts that a save records: this letter, and the others where it is meant for all and makes a difference. */
export function wordingChanges(
  { letter, form, isForAll }: WordingInHand,
  versions: readonly WordingVersion[],
): readonly ChangedWording[] {
  const changed = changedSlots(letter, form, versions)
  const others = isForAll ? wordedLetters.filter(other => other !== letter && isReplyWording(other)) : []
  const forms = [[letter, form] as const, ...others.map(other => [other, carried(other, changed)] as const)]
  function carried(other: WordedLetter, slots: readonly WordingSlot[]): WordingForm {
    const before = wordingForm(other, latestOf(versions, other))
    return { ...before, ...Object.fromEntries(slots.map(slot => [slot, form[slot] ?? ''])) }
  }
  return forms
    .filter(([each, worded]) => changedSlots(each, worded, versions).length > 0)
    .map(([each, worded]) => ({
      letter: each,
      version: lastVersion(versions, each) + 1,
      texts: textsOf(each, worded),
    }))
}

/** The first of the other letters at which these words cannot stand, such as an article that is not theirs. */
export function faultElsewhere(
  hand: WordingInHand,
  versions: readonly WordingVersion[],
): { readonly letter: WordedLetter; readonly fault: WordingFault } | undefined {
  for (const { letter, texts } of wordingChanges(hand, versions)) {
    if (letter === hand.letter) continue
    const [fault] = Object.values(faultsOf(letter, wordingForm(letter, { texts })))
    if (fault) return { letter, fault }
  }
  return undefined
}

/** What a version changed of the one before it. */
export interface WordingStep {
  readonly version: WordingVersion
  readonly changes: readonly (TextChange & { readonly slot: WordingSlot })[]
}

/** Latest first. */
export function wordingHistory(versions: readonly WordingVersion[], letter: WordedLetter): readonly WordingStep[] {
  const own = versions.filter(version => version.letter === letter)
  return own
    .map((version, index): WordingStep => {
      const changes = slotsOf(letter).flatMap(slot => {
        const [before, now] = [textAt(letter, slot, own[index - 1]), textAt(letter, slot, version)]
        return before === now ? [] : [{ slot, ...textChange(before, now) }]
      })
      return { version, changes }
    })
    .toReversed()
}

/** One text against another: what both begin and end with, and what stands between in each. */
export interface TextChange {
  readonly start: string
  readonly removed: string
  readonly added: string
  readonly end: string
}

export function textChange(before: string, now: string): TextChange {
  const [old, next] = [[...before], [...now]]
  const shorter = Math.min(old.length, next.length)
  let start = 0
  while (start < shorter && old[start] === next[start]) start += 1
  let end = 0
  while (end < shorter - start && old.at(-1 - end) === next.at(-1 - end)) end += 1
  return {
    start: old.slice(0, start).join(''),
    removed: old.slice(start, old.length - end).join(''),
    added: next.slice(start, next.length - end).join(''),
    end: old.slice(old.length - end).join(''),
  }
}
