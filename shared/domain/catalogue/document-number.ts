/** 发文字号 in its parts: 云政发〔2020〕5号 is word 云政发, year 2020, number 5. */
export interface DocumentNumber {
  /** 机关代字, or the title of a series of orders (国务院令). */
  readonly word: string
  /** Null for orders, which are numbered through. */
  readonly year: number | null
  readonly number: number
}

/** Whatever of a number somebody typed so far; null for what is not there yet. */
export interface PartialDocumentNumber {
  readonly word: string | null
  readonly year: number | null
  /** Its first digits; a 号 behind them says that there are no more. */
  readonly digits: string | null
  readonly isWholeNumber: boolean
}

/**
 * Reads a number as printed, with brackets of any kind, full-width digits, 第 and spaces (GB/T 9704-2012, 7.2.5 asks
 * for 〔〕 and no 第). Null where it is none, such as 无.
 */
export function readDocumentNumber(printed: string): DocumentNumber | null {
  const partial = readPartialDocumentNumber(printed)
  if (!partial || partial.word === null || partial.digits === null || !partial.isWholeNumber) return null
  return { word: partial.word, year: partial.year, number: Number(partial.digits) }
}

/** Null where nothing of a number is there. */
export function readPartialDocumentNumber(typed: string): PartialDocumentNumber | null {
  const plain = typed.normalize('NFKC').replace(/\s/g, '')
  const parts = pattern.exec(plain)
  if (!parts) return null
  const [, word, bracketed, spelled, digits, end] = parts
  const read = { word: word || null, year: yearOf(bracketed ?? spelled), digits: digits ?? null }
  const isEmpty = Object.values(read).every(part => part === null)
  return isEmpty ? null : { ...read, isWholeNumber: digits !== undefined && end !== undefined }
}

/** Whether a number may be the one that is being typed: its word holds what was typed of it. */
export function mayBecome(partial: PartialDocumentNumber, { word, year, number }: DocumentNumber): boolean {
  if (partial.word !== null && !word.includes(partial.word)) return false
  if (partial.year !== null && partial.year !== year) return false
  if (partial.digits === null) return true
  return partial.isWholeNumber ? Number(partial.digits) === number : String(number).startsWith(partial.digits)
}

const yearOf = (written: string | undefined): number | null => (written === undefined ? null : Number(written))

// Word; year in brackets, the closing one of which may not be there yet, or as 2020年; 第 and number; 号.
const pattern = /^([^\d〔[(（【]*?)(?:[〔[(【](\d{4})[〕\])】]?|(\d{4})年)?(?:第?(\d{1,6})?(号)?)?$/
