import type { GuidePageName } from '../../i18n/guide-pages'
import { parseRoute, type Route } from './routes'

/** Before anybody is signed in there is no address: the door says which of its two sides shows. */
export type Door = 'setUp' | 'signIn'

/** Which page of the guide F1 opens on each desk. A desk without its line does not compile. */
export const guidePageOf = {
  today: 'today',
  reception: 'registering',
  requests: 'list',
  request: 'case',
  reply: 'replying',
  review: 'reviewing',
  hands: 'hands',
  search: 'searching',
  demand: 'searching',
  people: 'people',
  settings: 'settings',
  import: 'importing',
  readingRoom: 'reading-room',
  visit: 'reading-room',
  visitor: 'reading-room',
  'document-import': 'importing-documents',
  catalogue: 'catalogue',
  standardLists: 'catalogue',
  document: 'catalogue',
  documentForm: 'catalogue',
  booklets: 'booklets',
  media: 'media',
  exchange: 'exchange',
} as const satisfies Readonly<Record<Route['page'], GuidePageName>>

export const guidePageOfDoor = {
  setUp: 'set-up',
  signIn: 'sign-in',
} as const satisfies Readonly<Record<Door, GuidePageName>>

/** The page for what is on screen: a dialog or a form that names its own comes before the desk it stands on. */
export function helpTopic(door: Door | null, hash: string, named: readonly (string | undefined)[]): GuidePageName {
  const closest = named.findLast(name => name !== undefined)
  if (closest !== undefined) return closest as GuidePageName // written only through typed props
  return door ? guidePageOfDoor[door] : guidePageOf[parseRoute(hash).page]
}
