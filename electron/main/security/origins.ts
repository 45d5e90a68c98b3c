/** Our own protocol and host: the only origin whose pages may call main. */
export const appScheme = 'app'
export const appHost = 'bundle'
export const appOrigin = `${appScheme}://${appHost}`

/** Exactly our origin; no user info, no port, no look-alike host. */
export function isOwnUrl(url: string): boolean {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    return false
  }
  const { protocol, host, username, password } = parsed
  return protocol === `${appScheme}:` && host === appHost && username === '' && password === ''
}
