import type { CatalogueSearch } from '#shared/application/catalogue-search'
import { useMessages } from '../../i18n/messages-provider'
import { useLate } from '../../ui/states/use-late'
import { useWatch } from '../../ui/states/use-watch'

/** Says how the index stands, where it does not stand as it should. */
export function StateLine({ search }: { readonly search: CatalogueSearch }) {
  const { t, format } = useMessages()
  const state = useWatch(search.watchState)
  const isLate = useLate(state?.kind !== 'ready')
  if (!state || state.kind === 'ready' || !isLate) return null
  return (
    <p className="lookup-state" role="status">
      {state.kind === 'building'
        ? t('lookup.state.building', { done: format.count(state.done) })
        : state.kind === 'stuck'
          ? t('lookup.state.stuck', { reference: state.errorName })
          : t('lookup.state.opening')}
    </p>
  )
}
