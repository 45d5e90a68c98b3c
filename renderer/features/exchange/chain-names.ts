import { useMemo } from 'react'
import type { Desk } from '#shared/application/desk'
import type { ChainStanding } from '#shared/application/exchange/ports'
import { useMessages } from '../../i18n/messages-provider'
import { useWatch } from '../../ui/states/use-watch'

export type ChainName = (chain: string) => string

/** Whose a chain is, as a person says it: this machine, headquarters, the window of another one, or the first digits of it. */
export function useChainNames(
  { offices }: Pick<Desk, 'offices'>,
  chains: readonly Pick<ChainStanding, 'chain' | 'whose'>[],
): ChainName {
  const { t } = useMessages()
  const known = useWatch(offices.watchOffice)?.office.chains
  return useMemo(() => {
    const whose = new Map(chains.map(one => [one.chain, one.whose]))
    const windowOf = (chain: string): string => {
      const { windowName = '', workstation = '' } = known?.find(one => one.chain === chain) ?? {}
      return windowName && workstation ? t('exchange.whose.window', { window: windowName, workstation }) : windowName
    }
    return chain => {
      const who = whose.get(chain) ?? 'other'
      if (who !== 'other') return t(`exchange.whose.${who}`)
      if (chain === '') return t('exchange.whose.unknown')
      return windowOf(chain) || t('exchange.whose.other', { chain: chain.slice(0, 8) })
    }
  }, [chains, known, t])
}
