/**
 * The pages of the guide (docs/guide/zh-CN and docs/guide/en, one Markdown file each), in the order of its contents.
 * A name without its two files, or a file without its name, fails a test; a desk without its page does not compile.
 */
export const guideContents = [
  { group: 'start', pages: ['installing', 'set-up', 'sign-in', 'training'] },
  { group: 'day', pages: ['today', 'registering', 'case', 'examining', 'replying', 'reviewing', 'serving', 'scans'] },
  { group: 'room', pages: ['reading-room', 'kiosk'] },
  {
    group: 'office',
    pages: [
      ...(['list', 'catalogue', 'hands', 'searching', 'importing', 'importing-documents'] as const),
      ...(['booklets', 'media', 'exchange', 'machines', 'people', 'settings', 'updating'] as const),
    ],
  },
  { group: 'look-up', pages: ['recovery', 'trouble', 'keys'] },
] as const

export type GuideGroup = (typeof guideContents)[number]['group']

export type GuidePageName = (typeof guideContents)[number]['pages'][number]

export const guidePageNames: readonly GuidePageName[] = guideContents.flatMap(({ pages }) => [...pages])
