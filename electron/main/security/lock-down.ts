import type { App, Session, WebContents } from 'electron'
import { isOwnUrl } from './origins'

/** Points 5, 11-15 of the checklist: nothing is permitted, nothing navigates away, nothing opens. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false) // both are needed: the default of each is to allow
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', event => event.preventDefault())
}

export function lockDownContents(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => refuseToLeave(contents))
}

function refuseToLeave(contents: WebContents): void {
  contents.on('will-navigate', (event, url) => {
    if (!isOwnUrl(url)) event.preventDefault()
  })
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
