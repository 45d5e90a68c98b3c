import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../../../electron/main/security/content-security-policy'
import { hitsOf } from './of-the-product'

const directives = (): ReadonlyMap<string, readonly string[]> =>
  new Map(
    contentSecurityPolicy('N0NCE')
      .split('; ')
      .map(rule => rule.split(' '))
      .map(([name = '', ...values]) => [name, values]),
  )

describe('the 20 points of the checklist of Electron', () => {
  test('1 only secure content is loaded', () => {
    expect([...directives().values()].flat().filter(source => /^(?:https?|wss?|ftp|\*)/.test(source))).toEqual([])
    expect(hitsOf('nothing is asked of the internet')).toEqual([])
  })

  test('7 the content security policy admits our own files and nothing else', () => {
    const policy = directives()
    expect(policy.get('default-src')).toEqual(["'none'"])
    expect(policy.get('script-src')).toEqual(["'self'"])
    for (const name of ['object-src', 'base-uri', 'form-action', 'frame-ancestors'])
      expect(policy.get(name), name).toEqual(["'none'"])
    expect(policy.get('require-trusted-types-for')).toEqual(["'script'"])
    expect([...policy.values()].flat().filter(source => /unsafe|\*|strict-dynamic/.test(source))).toEqual([])
  })

  test('15 nothing is opened outside the program', () => {
    expect(hitsOf('nothing is opened outside the program')).toEqual([])
    expect(hitsOf('of Electron main takes what is on this list')).toEqual([])
  })

  test('17 main listens to a window by its gate and by nothing else', () => {
    expect(hitsOf('main listens to a window by serveChannels and by nothing else')).toEqual([])
    expect(hitsOf('a page calls and is answered: it sends nothing past the gate')).toEqual([])
  })
})
