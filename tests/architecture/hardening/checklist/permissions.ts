import { describe, expect, test } from 'vitest'
import { lockDownSession } from '../../../../electron/main/security/lock-down'
import { read } from './of-the-product'

describe('the 20 points of the checklist of Electron', () => {
  test('5 every permission that Electron knows is refused, whether asked for or looked up', () => {
    const { session, ask, check, device } = lockedSession()
    const permissions = knownPermissions()
    expect(permissions.length).toBeGreaterThan(15)
    expect(permissions).toContain('geolocation')
    for (const permission of permissions) {
      expect(ask(permission), permission).toBe(false)
      expect(check(permission), permission).toBe(false)
    }
    expect(device()).toBe(false)
    expect(session.downloadsPrevented()).toBe(true)
    const sessions = [...read('electron/main/index.ts').matchAll(/lockDownSession\(/g)].length
    expect(sessions + [...read('electron/main/kiosk/kiosk.ts').matchAll(/lockDownSession\(/g)].length).toBe(2)
  })
})

/** Of the two handlers in the declarations of the Electron that is locked. */
function knownPermissions(): string[] {
  const declared = read('node_modules/electron/electron.d.ts')
  const lines = declared.split('\n').filter(line => /setPermission(?:Request|Check)Handler\(handler/.test(line))
  return [...new Set(lines.flatMap(line => [...line.matchAll(/'([\w-]+)'/g)].map(([, name]) => name!)))]
}

/** A session that remembers how it was locked. */
function lockedSession() {
  let request: (contents: null, permission: string, answer: (may: boolean) => void) => void = () => undefined
  let looked: (contents: null, permission: string) => boolean = () => true
  let device: () => boolean = () => true
  let isPrevented = false
  lockDownSession({
    setPermissionRequestHandler: (handler: typeof request) => void (request = handler),
    setPermissionCheckHandler: (handler: typeof looked) => void (looked = handler),
    setDevicePermissionHandler: (handler: typeof device) => void (device = handler),
    on: (name: string, listener: (event: { preventDefault(): void }) => void) =>
      name === 'will-download' && listener({ preventDefault: () => void (isPrevented = true) }),
  } as never)
  return {
    session: { downloadsPrevented: () => isPrevented },
    ask: (permission: string): boolean => {
      let may = true
      request(null, permission, answer => void (may = answer))
      return may
    },
    check: (permission: string) => looked(null, permission),
    device: () => device(),
  }
}
