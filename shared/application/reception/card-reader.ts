import type { CivilDate } from '../../domain/calendar/civil-date'
import { checkApplicantName } from '../../domain/identity/applicant-rules'
import { checkIdentityDocument, kindOfNumber } from '../../domain/identity/identity-document'
import type { IdentityDocument } from '../../domain/requests/applicant-details'

/** What is taken from a card. Never the photo, and the address only where something is posted. */
export interface CardData extends IdentityDocument {
  /** Empty where the reader gives the number alone. */
  readonly name: string
  readonly address?: string
}

export type CardReading =
  | { readonly outcome: 'read'; readonly name: string; readonly idNumber: string; readonly address: string }
  | { readonly outcome: 'notRead'; readonly why: 'noReader' | 'noAnswer' | 'noCard' | 'unreadable' }

/** A reader that is asked, as the service of a vendor. One that types like a keyboard needs no port: keyboard-wedge.ts. */
export interface CardReader {
  isSetUp(): Promise<boolean>
  read(): Promise<CardReading>
}

/** Null where the number is of no document: nothing is filled in from a card that was read wrongly. */
export function cardData(
  { name, idNumber, address }: { readonly name: string; readonly idNumber: string; readonly address: string },
  today: CivilDate,
): CardData | null {
  const idKind = kindOfNumber(idNumber, today)
  const checked = idKind && checkIdentityDocument({ idKind, idNumber }, today)
  if (!checked?.ok) return null
  const named = checkApplicantName(name)
  return { ...checked.value, name: named.ok ? named.value : '', ...(address.trim() ? { address: address.trim() } : {}) }
}

/**
 * A line as keyboard wedges type it: the number among separators, the name before it or behind it, perhaps sex, nation,
 * address and authority. Null where no part is the number of a document.
 */
export function parseCardLine(line: string, today: CivilDate): CardData | null {
  const parts = line.split(/[,，|;；^\t]/u).map(part => part.trim())
  const idNumber = parts.find(part => kindOfNumber(part, today))
  if (idNumber === undefined) return null
  const name = parts.find(part => part !== idNumber && isName(part)) ?? ''
  return cardData({ name, idNumber, address: parts.find(isAddress) ?? '' }, today)
}

const isAddress = (part: string): boolean =>
  part.length >= 6 && /[省市区县旗镇乡村路街号]/u.test(part) && !/[局院处]$/u.test(part)

/** Two letters at least: sex and most nations have one; the kind of card and the authority end in their own words. */
const isName = (part: string): boolean =>
  [...part].length >= 2 && checkApplicantName(part).ok && !/[族证局院处号]$/u.test(part) && !isAddress(part)
