import { ipcMain, protocol } from 'electron'
import { actsPath, deskChannels, letterFontPath, scanPath, scanSourcePath } from '#shared/contracts/desk-channels'
import { fontRoute } from '../fonts/font-route'
import { actsRoute } from '../ipc/acts-route'
import { deskHandlers } from '../ipc/desk-handlers'
import type { KioskCare } from '../ipc/kiosk-care-handlers'
import { openToAnyone } from '../ipc/open-to-anyone'
import { serveChannels } from '../ipc/serve-channels'
import type { SettingsParts } from '../ipc/settings-handlers'
import { scanRoute, scanSourceRoute } from '../scans/scan-routes'
import { serveApp } from '../security/app-protocol'
import { listBuiltFiles } from '../security/built-files'
import { appScheme } from '../security/origins'
import type { DeskWindow } from '../windows/desk-window'
import type { BuiltProgram } from './built-program'
import type { Desks } from './open-desks'
import type { Office } from './open-office'

export interface ServedDesk {
  readonly office: Office
  readonly desks: Desks
  readonly kiosk: KioskCare
  readonly built: BuiltProgram
  readonly window: Pick<DeskWindow, 'is'>
  readonly program: SettingsParts['program']
  readonly log: (where: string, cause: unknown) => void
}

/** Everything that the clerk's window may fetch (its pages, scans, fonts) and every call that it may make. */
export function serveDesk({ office, desks, kiosk, built, window, program, log }: ServedDesk): void {
  const { workstation, neighbours, joining, puttingBack, exchange } = office
  const { printing, machine, sources, ...rest } = desks
  const isOpen = () => workstation.isOpen
  const routes = {
    [actsPath]: actsRoute(() => workstation.ledger),
    [scanPath]: scanRoute(workstation),
    [scanSourcePath]: scanSourceRoute({ isOpen, sources }),
    '/print': printing.route,
    [letterFontPath]: fontRoute(machine.fonts),
  }
  protocol.handle(appScheme, serveApp({ files: listBuiltFiles(built.deskPages), routes }))
  serveChannels(ipcMain as never, {
    channels: deskChannels,
    handlers: deskHandlers({
      ...{ ...rest, workstation, machine, kiosk, program },
      ...{ neighbours, joining, puttingBack, exchange: exchange.desk },
    }),
    isWindow: window.is,
    openToAnyone,
    isSignedIn: isOpen,
    log: (reference, channel, cause) => log(`${reference} ${channel}`, cause),
  })
}
