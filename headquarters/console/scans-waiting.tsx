import type { ScansToSend } from '#shared/contracts/headquarters-console'
import { sizeWords } from '#shared/kernel/size-words'
import type { ConsoleTexts } from './texts'

/** How many and how large: a hundred pages of text are through in a minute, a hundred photographs are not. */
export const scanAmount = (t: ConsoleTexts, { files, bytes }: ScansToSend): string =>
  t.scansAmount(files, sizeWords(bytes))

/** A nought is quiet, and so is a machine of an older version, which does not say. */
export function ScansWaiting({ t, scans }: { readonly t: ConsoleTexts; readonly scans: ScansToSend | null }) {
  if (scans === null) return <span className="console-quiet">{t.notSaid}</span>
  return scans.files === 0 ? <span className="console-nought">0</span> : scanAmount(t, scans)
}
