import boundaries from 'eslint-plugin-boundaries'
import tseslint from 'typescript-eslint'

const local = (...types) => ({ element: { types: { anyOf: types } } })
const npm = (...names) => names.map(source => ({ module: { origin: 'external', source } }))
const node = { module: { origin: 'core' } }
const may = (from, ...to) => ({ from: { element: { type: from } }, allow: { to: to.flat() } })

const folder = (type, pattern) => ({ type, pattern })

/** Net 2: who may import whom. One line a folder; what is not written here is refused. */
const walls = [
  may('kernel', local('kernel')),
  may('domain', local('kernel', 'domain')),
  may('application', local('kernel', 'domain', 'contracts', 'application')), // contracts: the problems main may answer
  may('contracts', local('kernel', 'contracts'), npm('zod')),
  may('ledger', local('kernel', 'ledger')),
  may('letters', local('kernel', 'domain', 'letters'), npm('pdf-lib', '@cantoo/fontkit', 'uqr')),
  may('authority', local('kernel', 'domain', 'ledger', 'contracts', 'authority')),
  may(
    'main',
    local('kernel', 'ledger', 'contracts', 'authority', 'main', 'bundles'),
    npm('electron', 'zod', 'hash-wasm', 'papaparse', 'read-excel-file', 'write-excel-file'),
    npm('marked', 'pdfjs-dist', 'saxen', 'yaml', 'yauzl'), // documents that are carried in
    npm('age-encryption', 'yazl', '@noble/curves', '@scure/base'), // bundles that are carried out
    npm('fastify'), // the office's own line
    node,
  ),
  may(
    'bundles',
    local('kernel', 'ledger', 'contracts', 'main', 'bundles'),
    npm('age-encryption', 'yazl', '@noble/curves', '@scure/base'),
    node,
  ),
  // Headquarters stands alone: no Electron, no screens. Its store knows no route, and only the store knows the database.
  may('store', local('kernel', 'domain', 'ledger', 'contracts', 'store'), npm('pg', 'kysely'), node),
  may(
    'server',
    local('kernel', 'domain', 'ledger', 'contracts', 'store', 'server'),
    npm('fastify', '@fastify/rate-limit', 'zod'),
    local('bundles'), // what sticks carry is written and read by one code; no Electron is in it
    node,
  ),
  may(
    'console',
    // What is sent is read, shown and written by the functions of the counter.
    local('kernel', 'domain', 'application', 'contracts', 'console'),
    npm('react', 'react-dom', 'antd', '@fontsource/noto-sans-sc'),
  ),
  may('preload', local('contracts'), npm('electron')),
  may('data', local('kernel', 'domain', 'application', 'ledger', 'contracts', 'data'), npm('dexie', '@noble/ciphers')),
  // The index knows what it is told of a document, and nothing of who asks.
  may('search', local('kernel', 'domain', 'search'), npm('opencc-js', 'pinyin-pro')),
  may('shell', local('kernel', 'application', 'contracts', 'shell'), npm('zod')),
  may('i18n', local('kernel', 'domain', 'contracts', 'application', 'i18n'), npm('react')),
  may(
    'ui',
    local('kernel', 'domain', 'i18n', 'ui'),
    npm('react', 'antd', '@ant-design/icons', '@fontsource/noto-sans-sc', '@fontsource/noto-serif-sc'),
    npm('react-dom'), // what takes the focus is drawn before (flushSync)
  ),
  // What several desks show of one case: it knows the ports, as features do, and no feature.
  may('case-parts', local('kernel', 'domain', 'contracts', 'application', 'ui', 'i18n', 'case-parts'), npm('react')),
  may(
    'feature',
    local('kernel', 'domain', 'contracts', 'application', 'ui', 'i18n', 'case-parts'),
    npm('react', 'react-dom', 'antd'), // react-dom: what is printed lies beside the page (createPortal)
  ),
  may(
    'windows',
    local(
      'kernel',
      'domain',
      'application',
      'contracts',
      'ledger',
      'letters',
      'data',
      'search',
      'shell',
      'i18n',
      'ui',
      'feature',
      'windows',
      'resources',
      'search',
    ),
    npm(
      'react',
      'react-dom',
      'antd',
      'pdfjs-dist',
      'utif2',
      'uqr',
      '@expo-google-fonts/noto-serif-sc',
      '@expo-google-fonts/noto-sans-sc',
    ),
  ),
]

const sameFeature = {
  from: { element: { type: 'feature' } },
  allow: { to: { element: { type: 'feature', captured: { name: '{{from.captured.name}}' } } } },
}

const journalReader = {
  group: ['**/support/journal/**', '**/support/workstation/**'],
  message: 'Only tests/demo/summary reads the journal.',
}

const noClock = 'Pass the moment in: the law has no clock of its own.'

export default tseslint.config(
  { ignores: ['node_modules', 'out', 'dist', 'demo-output', '.cache', 'tests/bench/node_modules'] },
  {
    // What oxlint has no words for: who may import whom, and what must not be written where. The rest is in .oxlintrc.json.
    files: ['{shared,electron,renderer,headquarters,tests/demo}/**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
  },
  {
    files: ['{shared,electron,renderer,headquarters}/**/*.{ts,tsx}'],
    ignores: ['renderer/windows/gallery/**'],
    plugins: { boundaries },
    settings: {
      'import/resolver': {
        typescript: {
          project: ['shared', 'electron', 'renderer', 'headquarters', 'headquarters/console'],
          noWarnOnMultipleProjects: true,
        },
      },
      'boundaries/elements': [
        ...['kernel', 'domain', 'application', 'ledger', 'contracts', 'letters'].map(name =>
          folder(name, `shared/${name}`),
        ),
        folder('authority', 'electron/main/authority'),
        ...['bundles', 'media/exporting', 'documents/bag', 'updates/package'].map(name =>
          folder('bundles', `electron/main/${name}`),
        ),
        ...['store', 'server', 'console'].map(name => folder(name, `headquarters/${name}`)),
        ...['main', 'preload'].map(name => folder(name, `electron/${name}`)),
        ...['data', 'search', 'shell', 'i18n', 'ui', 'case-parts', 'windows'].map(name =>
          folder(name, `renderer/${name}`),
        ),
        { type: 'feature', pattern: 'renderer/features/*', capture: ['name'] },
        folder('resources', 'resources'),
      ],
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkAllOrigins: true, // off by default: without it electron and node:fs slip through
          policies: [...walls, sameFeature],
        },
      ],
    },
  },
  {
    // Net 3: the folders that must give the same answer tomorrow as today.
    files: ['shared/{kernel,domain,application,ledger,letters}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: noClock },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: noClock },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Pass ids in: the law throws no dice.',
        },
      ],
    },
  },
  {
    // A plain effect runs after the paint: a key pressed on sight of the page would be lost on a slow machine.
    files: ['renderer/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.name='useEffect'] CallExpression[callee.property.name='addEventListener'][arguments.0.value=/^key/]",
          message: 'Listen to keys in a layout effect: whoever sees the page may press them.',
        },
      ],
    },
  },
  {
    // The demo is a clerk: it sees roles and labels and has a keyboard.
    files: ['tests/demo/{hands,visit,monday,room}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[property.name=/^(evaluate|evaluateHandle|evaluateAll|\\$eval|\\$\\$eval|waitForFunction|addInitScript|addScriptTag|exposeBinding|exposeFunction|locator|route|mouse|touchscreen|click|fill)$/]',
          message: 'A clerk has roles, labels and the keyboard.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['\\#shared/**', '**/electron/**', '**/renderer/**', '**/shared/**', 'electron'], // a bare # begins a comment,
              message: 'The demo knows nothing of the product but its screen.',
            },
            journalReader,
          ],
        },
      ],
    },
  },
  {
    // What the demo says of the journal, a script says that runs after the program has ended.
    files: ['tests/demo/**/*.ts'],
    ignores: ['tests/demo/summary/**', 'tests/demo/{hands,visit,monday,room}/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [journalReader] }] },
  },
)
