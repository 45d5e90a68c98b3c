import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { expect, test, vi } from 'vitest'
import { viewerHtml } from '#shared/application/media/viewer-page'
import { everyNaughtyString } from '../../support/hostile/naughty-strings'
import { everyOfficeString } from '../../support/hostile/office-strings'

vi.setConfig({ testTimeout: 60_000 }) // seconds alone, and the machine may be shared

const texts = [...everyNaughtyString(), ...everyOfficeString()]

/** Everything on the page that a browser would do something for, as the parser of the standard (WHATWG) sees it. */
function seen(html: string) {
  const elements = new Map<string, number>()
  const actions: string[] = []
  const cells: string[] = []
  const visit = (node: Tree.Node): void => {
    if ('tagName' in node) {
      elements.set(node.tagName, (elements.get(node.tagName) ?? 0) + 1)
      for (const { name, value } of node.attrs)
        if (
          /^on|^(?:src|srcdoc|action|formaction|style|background|poster|data)$/.test(name) ||
          (name === 'href' && value !== 'papers/001.pdf')
        )
          actions.push(`${node.tagName} ${name}`)
      if (['td', 'p', 'pre', 'title'].includes(node.tagName)) cells.push(textOf(node))
    }
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(Buffer.from(html).toString())) // as its bytes lie on the medium
  return { elements, actions, cells }
}

const textOf = (node: Tree.Node): string => {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** Signs that HTML has no place for are shown as the sign for that; a line end is one sign (HTML, 13.2.3.5). */
const shown = (text: string): string =>
  Buffer.from(text)
    .toString()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, '\ufffd')
    .replace(/\r\n?/gu, '\n')

/** What the page itself is made of. */
const ours = [
  'html',
  'head',
  'meta',
  'title',
  'style',
  'body',
  'h1',
  'h2',
  'p',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'ul',
  'li',
  'a',
  'pre',
]

test('every text in every place of the viewer is a text: nothing runs, nothing loads, and it reads as it was', () => {
  const page = viewerHtml({
    title: texts[0]!,
    notes: texts,
    pairs: texts.map(text => ({ label: text, value: text })),
    tables: [{ title: texts[1]!, columns: texts.slice(0, 40), rows: texts.map(text => [text, text]) }],
    files: { title: texts[2]!, links: texts.map(label => ({ label, file: 'papers/001.pdf' })) },
    text: texts.join('\n'),
  })
  const { elements, actions, cells } = seen(page)
  console.log(`viewer: ${texts.length} texts in 6 places of the page, ${cells.length} of them read back`)
  expect([...elements.keys()].filter(name => !ours.includes(name))).toEqual([])
  expect(elements.get('style')).toBe(1)
  expect(elements.get('meta')).toBe(4)
  expect(actions).toEqual([])
  const meant = [texts[0]!, ...texts, ...texts, ...texts.flatMap(text => [text, text]), texts.join('\n')]
  expect(cells).toEqual(meant.map(shown))
})

test('each of them alone keeps its page whole', () => {
  for (const text of texts) {
    const { elements, actions } = seen(viewerHtml({ title: text, notes: [text], text: `x${text}` }))
    expect([...elements.keys()], text).toEqual(['html', 'head', 'meta', 'title', 'style', 'body', 'h1', 'p', 'pre'])
    expect(actions, text).toEqual([])
  }
})

test('a page that is put together without care is seen', () => {
  const runs = texts.filter(text => {
    const { elements, actions } = seen(`<!doctype html><p>${text}</p>`)
    return elements.has('script') || actions.length > 0
  })
  expect(runs.length).toBeGreaterThan(30)
})
