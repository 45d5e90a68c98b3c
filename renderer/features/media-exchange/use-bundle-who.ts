import type { BundleWho } from '#shared/application/media/ports'
import { useMessages } from '../../i18n/messages-provider'

/** How a machine is called: by its letter, else by the beginning of its chain. */
export function useBundleWho(): (who: BundleWho) => string {
  const { t } = useMessages()
  return who => {
    switch (who.kind) {
      case 'own':
      case 'headquarters':
        return t(`media.in.who.${who.kind}`)
      case 'machine':
        return t('media.in.who.machine', { name: who.workstation ?? who.chain.slice(0, 8) })
      case 'unknown':
        return t('media.in.who.unknown', { name: who.chain.slice(0, 8) })
    }
  }
}
