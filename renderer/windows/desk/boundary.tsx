import { Component, type ReactNode } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { ErrorPanel } from '../../ui/states/error-panel'
import { Act } from '../../ui/acts/act'

interface BoundaryProps {
  readonly children: ReactNode
}

interface BoundaryState {
  readonly reference: string | null
}

/** Bugs end here, once a window: what is recorded is safe, and starting the page again is always possible. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { reference: null }

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { reference: error instanceof Error ? error.name : 'unknown' }
  }

  override render() {
    return this.state.reference === null ? this.props.children : <Broken reference={this.state.reference} />
  }
}

function Broken({ reference }: { readonly reference: string }) {
  const { t } = useMessages()
  return (
    <div className="desk-waiting">
      <ErrorPanel
        title={t('desk.broken.what')}
        kept={[{ what: t('desk.broken.acts'), state: t('desk.broken.safe') }]}
        acts={
          <Act look="primary" onAct={() => location.reload()}>
            {t('desk.broken.reload')}
          </Act>
        }
        reference={reference}
      />
    </div>
  )
}
