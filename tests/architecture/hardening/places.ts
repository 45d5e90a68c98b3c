/** Where a rule may hold, as paths from the root of the project. */
export const everywhere = /^(?:shared|electron|renderer|headquarters)\//
export const main = /^electron\/main\//
export const preload = /^electron\/preload\//
export const pages = /^(?:shared|renderer|headquarters\/console)\//
export const servers = /^(?:electron\/main|headquarters\/(?:server|store))\//
