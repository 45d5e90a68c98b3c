import type { EnvelopeSize } from './form-models'

/** Domestic envelopes of GB/T 1416-2003, the long side across, mm. */
export const ENVELOPE_MM: Readonly<Record<EnvelopeSize, { readonly width: number; readonly height: number }>> = {
  DL: { width: 220, height: 110 },
  C5: { width: 229, height: 162 },
  C4: { width: 324, height: 229 },
}
