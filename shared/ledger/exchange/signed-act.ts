/** One act as it travels: its exact body and the Ed25519 signature over the body's hash (base64 of 64 bytes). */
export interface SignedAct {
  readonly body: string
  readonly signature: string
}

/** 86 signs, two paddings, and the last sign holds only two bits: one signature has one spelling. */
const signatureShape = /^[A-Za-z0-9+/]{85}[AQgw]==$/

export const isSignature = (text: string): boolean => signatureShape.test(text)

/** Signature, one space, body, line feed. A body is JSON on one line, so that a line is one act. */
export const writeLine = ({ body, signature }: SignedAct): string => `${signature} ${body}\n`

/** One line without its line feed; null where it is not of this form. */
export function readLine(line: string): SignedAct | null {
  const signature = line.slice(0, signatureLength)
  const body = line.slice(signatureLength + 1)
  if (!isSignature(signature) || line[signatureLength] !== ' ' || !body.startsWith('{')) return null
  return { body, signature }
}

const signatureLength = 88
