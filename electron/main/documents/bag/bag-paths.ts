/**
 * Why a path of a manifest may not be used, or null: it must lead to a file below the bag on every system (RFC 8493,
 * 5.1 and 5.2). What is only unusual, such as blanks, is allowed.
 */
export function pathFault(path: string): 'outside' | 'unusable' | null {
  const parts = path.split('/')
  if (path.startsWith('/') || path.startsWith('~') || /^[a-z]:/iu.test(path) || path.includes('\\')) return 'outside'
  if (parts.some(part => part === '..' || part === '.')) return 'outside'
  if (path === '' || path.length > longestPath || parts.some(isUnusable)) return 'unusable'
  return null
}

const longestPath = 1_000
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu

/** Windows drops points and blanks at the end of a name, keeps devices apart and knows no such signs. */
const isUnusable = (part: string): boolean =>
  part === '' || /[\u0000-\u001f<>:"|?*]/u.test(part) || /[. ]$/u.test(part) || devices.test(part)

/** Names that some system takes for one: case and composition of letters do not part them there. */
export const foldedPath = (path: string): string => path.normalize('NFC').toLowerCase().normalize('NFC')

/** %0A, %0D and %25 stand for themselves in a manifest (RFC 8493, 2.1.3); any other % does too. */
export const decodedPath = (written: string): string =>
  written.replace(/%(0A|0D|25)/giu, (_all, code: string) => String.fromCharCode(parseInt(code, 16)))

export const encodedPath = (path: string): string =>
  path.replace(/[%\n\r]/gu, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
