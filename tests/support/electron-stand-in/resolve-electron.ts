import Module, { register } from 'node:module'
import path from 'node:path'

const names = ['electron', 'electron/main', 'electron/common']

/** Makes 'electron' mean the stand-in, for import and for require. */
export function resolveElectronToStandIn(electron: object): void {
  // Beside this file, whether both are sources or built.
  const target = new URL(`./electron-module${path.extname(import.meta.url)}`, import.meta.url).href
  const hook = `
    const names = ${JSON.stringify(names)}
    export const resolve = (specifier, context, next) =>
      names.includes(specifier) ? { url: '${target}', shortCircuit: true } : next(specifier, context)`
  register(`data:text/javascript,${encodeURIComponent(hook)}`)

  const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown }
  const load = loader._load
  loader._load = (request, ...rest) => (names.includes(request) ? electron : load.call(loader, request, ...rest))
}
