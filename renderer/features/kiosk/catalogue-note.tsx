import type { CatalogueState } from '#shared/application/kiosk/ports'
import { useMessages } from '../../i18n/messages-provider'

/** How far the catalogue of this machine is; what is missing is said before somebody looks for it in vain. */
export function CatalogueNote({ state }: { readonly state: CatalogueState | undefined }) {
  const { t } = useMessages()
  const { kind, documents, of } = state ?? { kind: 'starting' as const, documents: 0, of: 0 }
  const words = kind === 'preparing' ? t('kiosk.catalogue.preparing', { documents, of }) : ''
  const plain =
    kind === 'ready'
      ? t('kiosk.catalogue.ready', { documents })
      : kind === 'preparing'
        ? ''
        : t(`kiosk.catalogue.${kind}`)
  return (
    <p className="kiosk-note" role="status">
      {words || plain}
    </p>
  )
}
