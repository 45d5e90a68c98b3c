import type { OfficeMachine } from '#shared/application/neighbours/ports'
import { useMessages } from '../../../i18n/messages-provider'

/** `B · 乙号窗口`; by a few signs of its chain where no act that is here names it. */
export function useMachineName() {
  const { t } = useMessages()
  return ({ workstation, windowName, chain }: Pick<OfficeMachine, 'workstation' | 'windowName' | 'chain'>): string =>
    workstation === null
      ? t('neighbours.nameless', { chain: chain.slice(0, 8) })
      : t('neighbours.name', { workstation, window: windowName ?? '' })
}
