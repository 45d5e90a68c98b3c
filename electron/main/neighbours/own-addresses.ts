import os from 'node:os'

/** Addresses (IPv4) at which other machines reach this one; none where no network is there. */
export const ownAddresses = (): string[] =>
  Object.values(os.networkInterfaces())
    .flatMap(interfaces => interfaces ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
