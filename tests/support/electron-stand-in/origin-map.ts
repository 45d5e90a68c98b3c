/**
 * app://bundle/x is served to Chromium as http://bundle.app.localhost/x: a secure context (*.localhost), a stable origin
 * for IndexedDB whatever the port, and no name that could leave the machine. A session partition has a browser and a
 * profile of its own, so that the same address may stand for another document there, as in Electron.
 */
const webPattern = /^http:\/\/([^/?#.:]+)\.([a-z0-9+-]+)\.localhost(?::\d+)?(.*)$/i
const appPattern = /^([a-z][a-z0-9+-]*):\/\/([^/?#:]+)(.*)$/i
const ordinary = new Set(['http', 'https', 'ws', 'wss', 'file', 'ftp', 'data', 'blob', 'about', 'chrome', 'devtools'])

export interface AppAddress {
  readonly url: string
  readonly scheme: string
}

export function webAddress(url: string): string {
  const match = appPattern.exec(url)
  const [, scheme = '', host = '', rest = ''] = match ?? []
  if (!match || ordinary.has(scheme.toLowerCase())) return url
  return `http://${host}.${scheme}.localhost${rest.startsWith('/') ? rest : `/${rest}`}`
}

export function appAddress(webUrl: string): AppAddress | undefined {
  const match = webPattern.exec(webUrl)
  if (!match) return undefined
  const [, host = '', scheme = '', rest = ''] = match
  return { url: `${scheme}://${host}${rest}`, scheme }
}

/** What main is shown: app:// for our own pages, the address itself for anything else. */
export function shownAddress(webUrl: string): string {
  return appAddress(webUrl)?.url ?? webUrl
}

export function originOf(url: string): string {
  return url.split('/').slice(0, 3).join('/')
}
