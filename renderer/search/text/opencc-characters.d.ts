/** The library ships its tables without types: pairs "traditional simplified alternatives…" joined by "|". */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  export default pairs // eslint is told in its config that declarations describe what others export
}
