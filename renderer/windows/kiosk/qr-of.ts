import { encode } from 'uqr'

/** Rows of a QR code, true where it is dark. Null where no code is large enough: 590 quotation marks are more than one holds. */
export function qrOf(text: string): readonly (readonly boolean[])[] | null {
  try {
    return encode(text, { ecc: 'M', border: 2 }).data
  } catch (problem) {
    if (problem instanceof RangeError) return null
    throw problem
  }
}
