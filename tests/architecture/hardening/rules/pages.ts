import { attribute, calls, goesTo, isConstant, makes, reads, says, setsTo, spreadsInto, textOf } from '../matchers'
import { everywhere, pages } from '../places'
import type { HardeningRule } from '../read-sources'

/** To a place of the program, by what makes such addresses; a picture of the guide is one of the build's. */
const leadsToOurs = /^(?:"#[\w-]+"|\{hrefOf\(.*\)\}|\{(?:desk|item)\.href\}|\{block\.source\})$/

/** Pages: points 7 and 13, and what a name of a visitor must never become. */
export const pageRules: readonly HardeningRule[] = [
  {
    name: 'no text becomes markup',
    where: everywhere,
    forbids: [
      setsTo(/^(?:innerHTML|outerHTML|srcdoc)$/),
      calls(/^(?:insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseFromString)$/),
      calls(/^write(?:ln)?$/, ({ expression }) => /^document\./.test(expression.getText())),
      calls(/^setAttribute(?:NS)?$/, call => !/^(?:aria-|data-|lang$)/.test(textOf(call.arguments[0]))),
    ],
    bad: [
      'element.innerHTML = name',
      "element.insertAdjacentHTML('beforeend', name)",
      'document.write(name)',
      "element.setAttribute('onclick', name)",
    ],
  },
  {
    name: 'React escapes everything',
    where: everywhere,
    forbids: [attribute(/^dangerouslySetInnerHTML$/), setsTo(/^dangerouslySetInnerHTML$/)],
    bad: [
      'const a = () => <p dangerouslySetInnerHTML={{ __html: name }} />',
      'const a = { dangerouslySetInnerHTML: { __html: name } }',
    ],
  },
  {
    name: 'no text becomes code',
    where: everywhere,
    forbids: [
      calls(/^(?:eval|Function)$/),
      makes(/^(?:Function|AsyncFunction|Script)$/),
      calls(/^set(?:Timeout|Interval|Immediate)$/, call => isConstant(call.arguments[0])),
    ],
    bad: ["new Function('return 1')", 'eval(text)', "setTimeout('x()', 1)"],
  },
  {
    name: 'no address is a script, a page of data or a file',
    where: everywhere,
    forbids: [says(/(?:^|["'])\s*(?:javascript:|vbscript:|data:text\/html|file:\/\/)/i)],
    bad: ["const a = 'javascript:x()'"],
  },
  {
    name: 'nothing is asked of the internet',
    where: /^(?:shared|electron|renderer\/(?!i18n\/))/, // a sentence may name an address; it leads nowhere
    forbids: [says(/\b(?:https?|wss?|ftp):\/\/(?!127\.0\.0\.1)[\w.-]/i)],
    bad: ['const a = `https://cdn.example.org/${name}`'],
    allowed: { 'electron/main/documents/read-docx.ts': 'names of XML namespaces, which nobody fetches' },
  },
  {
    name: 'one Trusted Types policy, for workers',
    where: /^(?!renderer\/windows\/desk\/trusted-workers\.ts)/,
    forbids: [calls(/^createPolicy$/)],
    bad: ["trustedTypes.createPolicy('all', { createHTML: text => text })"],
  },
  {
    name: 'no cookie, and storage of a window only for what is nobody’s',
    where: everywhere,
    forbids: [reads(/(?:^|\.)(?:localStorage|sessionStorage)\.|^document\.cookie$/)],
    bad: ["localStorage.setItem('last', name)"],
    allowed: {
      'renderer/windows/desk/desk-window.tsx':
        'id of who was signed in, so that the next person does not land on their page',
      'renderer/windows/desk/use-preferences.ts': 'size of type, theme, widths of columns',
    },
  },
  {
    name: 'no link opens a window, and none leads where a text says',
    where: pages,
    forbids: [
      attribute(/^target$/),
      attribute(/^(?:href|src|formAction)$/, value => !leadsToOurs.test(value)),
      attribute(/^action$/, value => !leadsToOurs.test(value), /^form$/),
      spreadsInto(/^(?:a|area|form|img)$/),
      goesTo(),
    ],
    bad: [
      'const a = () => <a href={document.title}>x</a>',
      "const a = () => <a target='_blank'>x</a>",
      'const a = () => <form action={address} />',
      'const a = () => <a href={request.link}>x</a>',
      'const a = () => <a {...props}>x</a>',
      'location.href = name',
      'window.location.assign(name)',
      'location = name',
    ],
  },
]
