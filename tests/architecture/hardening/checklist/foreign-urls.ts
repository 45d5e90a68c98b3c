/** Everything that is not our origin, and looks like it or does something. */
export function foreignUrls(): string[] {
  const schemes = ['http', 'https', 'ws', 'wss', 'ftp', 'file', 'app2', 'xapp', 'chrome', 'devtools', 'view-source']
  const hosts = [
    'bundle.evil',
    'evil',
    'bundle:1',
    'bundle:8080',
    'user@bundle',
    'user:word@bundle',
    'BUNDLE',
    'b%75ndle',
  ]
  const looks = [
    'bundle.',
    'ｂundle',
    'bundlе',
    'bundle%00',
    'xn--bundle-',
    'bundle\u200b',
    '.bundle',
    '127.0.0.1',
    '[::1]',
  ]
  const paths = ['/', '/index.html', '/..', '?x=app://bundle/', '#app://bundle/']
  const plain = [
    'javascript:x()',
    'data:text/html,x',
    'blob:app://bundle/1',
    'about:blank',
    'about:srcdoc',
    'mailto:a@b',
  ]
  const broken = [
    '',
    ' ',
    'app',
    'app:',
    'app:bundle/',
    'app:/bundle/',
    'app:///bundle/',
    '//bundle/',
    'not a url',
    '\u0000',
  ]
  return [
    ...[...plain, ...broken],
    ...schemes.flatMap(scheme => paths.flatMap(to => [`${scheme}://bundle${to}`, `${scheme}://example.org${to}`])),
    ...[...hosts, ...looks].flatMap(host => paths.map(to => `app://${host}${to}`)),
  ]
}
