/** What a page of the viewer shows. Everything is text; `file` leads to a file beside it. */
export interface ViewerPage {
  readonly title: string
  /** Under the title: which office, which day, masked or not. */
  readonly notes: readonly string[]
  readonly pairs?: readonly { readonly label: string; readonly value: string }[]
  readonly tables?: readonly {
    readonly title: string
    readonly columns: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }[]
  readonly files?: { readonly title: string; readonly links: readonly ViewerLink[] }
  readonly text?: string
}

export interface ViewerLink {
  readonly label: string
  /** From the page, small ASCII letters; anything else is a bug. */
  readonly file: string
}

/** Its SHA-256 stands in the policy of every page: no other style, and no script, is admitted. */
export const viewerStyle = [
  'body{font:16px/1.6 "Noto Sans SC","Microsoft YaHei",sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1d2129}',
  'h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}.note{color:#4e5969}',
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid #86909c;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}',
  'th{background:#f2f3f5}pre{white-space:pre-wrap;font:inherit}',
].join('')
export const viewerStyleHash = 'sha256-C0h+0fwmHjRxAtD8dsamS9EEzR7El7fdZH3jXtAIb5w='

const policy = `default-src 'none'; style-src '${viewerStyleHash}'; base-uri 'none'; form-action 'none'`

/**
 * A page that any browser opens from a stick, without the program. Nothing in it can execute: the policy admits no script, no frame, no
 * picture and no request, and every text is escaped, so that a name like `<script>` is a name.
 */
export function viewerHtml({ title, notes, pairs = [], tables = [], files, text }: ViewerPage): string {
  return [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width">',
    `<title>${escaped(title)}</title><style>${viewerStyle}</style></head><body>`,
    `<h1>${escaped(title)}</h1>`,
    ...notes.map(note => `<p class="note">${escaped(note)}</p>`),
    ...(pairs.length > 0 ? [pairTable(pairs)] : []),
    ...tables.map(one => `<h2>${escaped(one.title)}</h2>${table(one.columns, one.rows)}`),
    ...(files && files.links.length > 0
      ? [`<h2>${escaped(files.title)}</h2><ul>${files.links.map(link).join('')}</ul>`]
      : []),
    ...(text ? [`<pre>${escaped(text)}</pre>`] : []),
    '</body></html>',
    '',
  ].join('\n')
}

const pairTable = (pairs: NonNullable<ViewerPage['pairs']>): string =>
  `<table>${pairs.map(({ label, value }) => `<tr><th scope="row">${escaped(label)}</th><td>${escaped(value)}</td></tr>`).join('')}</table>`

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string => {
  const head = columns.map(column => `<th scope="col">${escaped(column)}</th>`).join('')
  const body = rows.map(row => `<tr>${row.map(cell => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('\n')
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
}

function link({ label, file }: ViewerLink): string {
  if (!/^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/u.test(file)) throw new TypeError('not a plain path')
  return `<li><a href="${file}" rel="noreferrer">${escaped(label)}</a></li>`
}

/** Control characters have no place in a page; the rest of what HTML reads as its own is written out. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, '\uFFFD')
    .replace(/[&<>"'`]/gu, sign => `&#${sign.charCodeAt(0)};`)
