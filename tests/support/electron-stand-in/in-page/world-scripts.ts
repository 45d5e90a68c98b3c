import { makeIpcRenderer } from './ipc-renderer'
import { makeStructuredCodec } from './structured-codec'
import { makeWorldLink } from './world-link'

export const preloadWorldName = 'electron-preload'
export const bindingName = '__standInPost'
export const receiverName = '__standInReceive'

/** Preloads run in the top frame of a real page only. esbuild's keepNames helper has to exist where its output runs. */
const opening = "if(window!==top||location.protocol==='about:')return;const __name=f=>f;"

/** Runs in the page's own world before any page script: receives what the preload exposes and freezes it. */
export function pageWorldScript(secret: string): string {
  return `(()=>{${opening}
const freeze=value=>{if(value&&typeof value==='object'){Object.freeze(value);Object.values(value).forEach(freeze)}return value};
(${makeWorldLink.toString()})('${secret}p','${secret}m',(key,api)=>
Object.defineProperty(window,key,{value:freeze(api),writable:false,configurable:false,enumerable:true}))})()`
}

/** Runs in the isolated world: what a sandboxed preload sees, then the preload itself. */
export function preloadWorldScript(secret: string, preload: string, processView: object): string {
  return `(()=>{${opening}
const post=globalThis.${bindingName};delete globalThis.${bindingName};
const link=(${makeWorldLink.toString()})('${secret}m','${secret}p',()=>{});
const ipc=(${makeIpcRenderer.toString()})((${makeStructuredCodec.toString()})(),post);
globalThis.${receiverName}=ipc.receive;
const electron={ipcRenderer:ipc.module,contextBridge:{exposeInMainWorld:link.expose},
webFrame:{setZoomFactor(){},getZoomFactor:()=>1,setVisualZoomLevelLimits(){}}};
const require=id=>{if(id==='electron'||id==='electron/renderer')return electron;throw new Error('module not found: '+id)};
const module={exports:{}};
(function(require,module,exports,process,Buffer){${preload}
})(require,module,module.exports,Object.freeze(${JSON.stringify(processView)}),undefined)})()
//# sourceURL=electron-preload.js`
}
