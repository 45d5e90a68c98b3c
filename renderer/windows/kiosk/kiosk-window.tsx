import { useEffect, useState } from 'react'
import type { KioskDescription, KioskDesk } from '#shared/application/kiosk/ports'
import { KioskScreen } from '../../features/kiosk'
import { chinese } from '../../i18n/window-language'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'

export interface KioskWindowProps {
  readonly desk: KioskDesk
  readonly describe: () => Promise<Result<KioskDescription, Problem>>
}

/** Asks main how this kiosk is set, then shows it. */
export function KioskWindow({ desk, describe }: KioskWindowProps) {
  const [about, setAbout] = useState<Result<KioskDescription, Problem> | null>(null)
  useEffect(() => void describe().then(setAbout), [describe])
  if (about?.ok) return <KioskScreen desk={desk} about={about.value} />
  return <p role="status">{about ? chinese.t('kiosk.failed') : ''}</p>
}
