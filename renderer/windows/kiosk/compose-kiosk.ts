import type { KioskDesk } from '#shared/application/kiosk/ports'
import { kioskChannels } from '#shared/contracts/kiosk-channels'
import { kioskEvents } from '#shared/contracts/kiosk-channel-names'
import { connectChannels } from '../../shell/connect-shell'
import { startWorker } from '../desk/trusted-workers'
import { kioskCatalogue } from './catalogue/kiosk-catalogue'
import catalogueWorker from './catalogue/catalogue-worker?worker&url'
import type { KioskBridge } from './kiosk-bridge'
import { qrOf } from './qr-of'

/** The only place where the kiosk's ports meet their adapters. */
export function composeKiosk(bridge: KioskBridge) {
  const shell = connectChannels(bridge, kioskChannels)
  const catalogue = kioskCatalogue(startWorker(catalogueWorker), listener =>
    bridge.on(kioskEvents.editionChanged, listener),
  )
  const desk: KioskDesk = {
    catalogue,
    lookUp: typed => shell['kiosk:lookUp'](typed),
    print: what => shell['kiosk:print'](what),
    answer: satisfaction => shell['kiosk:answer']({ satisfaction }),
    missed: words => shell['kiosk:missed']({ words: words.slice(0, 200) }),
    wipe: () => shell['kiosk:wipe'](),
    leave: password => shell['kiosk:leave']({ password }),
    qrOf,
  }
  return { desk, describe: () => shell['kiosk:describe']() }
}
