import type { Plugin } from 'vite'

/**
 * antd writes style elements with `innerHTML` (a Trusted Types sink), some of them without a nonce, and two style
 * attributes with `setAttribute`. Our policy refuses all three. The same text through `textContent` and CSSOM is
 * allowed, so these lines are rewritten while bundling. The build fails when a line has moved or a new sink appears.
 */
export function antdUnderStrictCsp(): Plugin {
  return {
    name: 'antd-under-strict-csp',
    enforce: 'pre',
    transform(code, id) {
      const file = id.split('?')[0] ?? id
      if (!ANTD_FAMILY.test(file)) return null
      const patch = PATCHES.find(each => file.endsWith(each.file))
      const patched = patch ? applied(patch, code, problem => this.error(problem)) : code
      const sink = SINKS.find(each => each.test(patched))
      if (sink) this.error(`a style sink the strict CSP refuses (${sink}) is not patched in ${file}`)
      return patch ? { code: patched, map: null } : null
    },
  }
}

interface Patch {
  readonly file: string
  readonly lines: readonly (readonly [from: string, to: string])[]
}

function applied(patch: Patch, code: string, fail: (problem: string) => never): string {
  return patch.lines.reduce((text, [from, to]) => {
    if (!text.includes(from)) fail(`antd moved: ${JSON.stringify(from)} is no longer in ${patch.file}`)
    return text.replaceAll(from, to)
  }, code)
}

const ANTD_FAMILY = /node_modules\/(antd|@rc-component|@ant-design)\/.*\.js$/
/** `NODE_ENV !== 'production'` branches are removed later, so a sink there still has to be patched to pass. */
const SINKS = [/\.innerHTML\s*=[^=]/, /\.outerHTML\s*=[^=]/, /insertAdjacentHTML/, /setAttribute\(\s*['"]style['"]/]

const PAGE_NONCE = 'document.querySelector("meta[property=csp-nonce]")?.nonce ?? ""'
const STYLE_TEXT = [
  ['styleNode.innerHTML = css', 'styleNode.textContent = css'],
  ['existNode.innerHTML = css', 'existNode.textContent = css'],
  ['existNode.innerHTML !== css', 'existNode.textContent !== css'],
] as const

const PATCHES: readonly Patch[] = [
  {
    file: '@rc-component/util/es/Dom/dynamicCSS.js',
    lines: [
      [
        '  if (csp?.nonce) {\n    styleNode.nonce = csp?.nonce;\n  }',
        `  styleNode.nonce = csp?.nonce ?? ${PAGE_NONCE};`,
      ],
      ...STYLE_TEXT,
    ],
  },
  {
    file: '@ant-design/icons/es/cssUtils.js',
    lines: [
      [
        '  if (csp?.nonce) {\n    styleNode.nonce = csp.nonce;\n  }',
        `  styleNode.nonce = csp?.nonce ?? ${PAGE_NONCE};`,
      ],
      ...STYLE_TEXT,
    ],
  },
  {
    file: '@ant-design/cssinjs/es/util/index.js',
    lines: [["ele.innerHTML = 'Test'", "ele.textContent = 'Test'"]],
  },
  {
    file: 'antd/es/watermark/useWatermark.js',
    lines: [["watermarkEle.setAttribute('style', getStyleStr(", 'watermarkEle.style.cssText = (getStyleStr(']],
  },
  {
    file: '@rc-component/input/es/calculateNodeHeight.js',
    lines: [
      [
        "hiddenTextarea.setAttribute('style', `${sizingStyle};${HIDDEN_TEXTAREA_STYLE}`)",
        'hiddenTextarea.style.cssText = `${sizingStyle};${HIDDEN_TEXTAREA_STYLE}`',
      ],
    ],
  },
]
