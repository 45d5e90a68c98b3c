const longestTitle = 48

/** A title for the page: the first sentence, shortened by code points so that a rare character is never cut. */
export function shortTitle(description: string): string {
  const [first = ''] = description.trim().split(/[。\n；;]/u)
  const characters = [...first.trim().replaceAll(/\s+/gu, ' ')]
  return characters.length <= longestTitle ? characters.join('') : `${characters.slice(0, longestTitle - 1).join('')}…`
}
