import { expect, test } from 'vitest'
import { printCardReaderAddress, readCardReaderAddress } from '#shared/application/settings/card-reader-address'

test.each([
  ['http://127.0.0.1:8989/read', 8989, '/read'],
  ['localhost:19196/readcard?OP-DEV=1', 19196, '/readcard?OP-DEV=1'],
  [' １２７.０.０.１：８９８９ ', 8989, '/'],
  ['8989', 8989, '/'],
  ['8989/read', 8989, '/read'],
])('%s is on this machine', (typed, port, path) => {
  const address = readCardReaderAddress(typed)
  expect(address).toEqual({ port, path })
  expect(readCardReaderAddress(printCardReaderAddress(address!))).toEqual(address)
})

test.each([
  '',
  'read',
  '0',
  '70000',
  'http://192.168.1.9:8989/read',
  'reader.example:8989',
  '127.0.0.1:8989/读',
  '8989 /x',
])('%s is not', typed => expect(readCardReaderAddress(typed)).toBeNull())
