import { expect, test } from 'vitest'
import {
  maskAddress,
  maskEmail,
  maskIdNumber,
  maskIdNumberForPublic,
  maskName,
  maskParty,
  maskPhone,
} from '#shared/domain/identity/masking'

test.each([
  ['张三', '张*'],
  ['张三丰', '张**'],
  ['张王三丰', '张**'],
  ['欧阳修', '欧阳*'],
  ['司马相如', '司马**'],
  ['欧阳', '欧*'],
  ['𠮷野家', '𠮷**'],
  ['王𬀩', '王*'],
  ['阿依努尔·买买提', '阿**'],
  ['John Smith', 'J**'],
  ['张', '*'],
  ['', ''],
])('name %s -> %s', (name, masked) => expect(maskName(name)).toBe(masked))

test.each([
  ['110101190001010014', '110***********0014'],
  ['USA110100000101', 'USA********0101'],
  ['E00000001', '*****0001'],
  ['123', '**3'],
  ['', ''],
])('number %s -> %s', (idNumber, masked) => expect(maskIdNumber(idNumber)).toBe(masked))

test('public lists show the last four only', () => {
  expect(maskIdNumberForPublic('110101190001010014')).toBe('**************0014')
})

test.each([
  ['13800001234', '138****1234'],
  ['0871-63160000', '087******0000'],
  ['63160000', '****0000'],
  ['', ''],
])('phone %s -> %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked))

test.each([
  ['云南省昆明市五华区华山街道人民路1号2栋301', '云南省昆明市五华区华山街道***'],
  ['云南省大理白族自治州云龙县诺邓镇诺邓村12号', '云南省大理白族自治州云龙县诺邓镇***'],
  ['北京市朝阳区望京小区3号', '北京市朝阳区***'],
  ['昆明市人民路小区5号', '昆明市***'],
  ['内蒙古自治区呼伦贝尔市鄂温克族自治旗巴彦托海镇1号', '内蒙古自治区呼伦贝尔市鄂温克族自治旗巴彦托海镇***'],
  ['人民路1号', '***'],
  ['', ''],
])('address %s -> %s', (address, masked) => expect(maskAddress(address)).toBe(masked))

test.each([
  ['zhangsan@example.com', 'z***@example.com'],
  ['z@example.com', 'z***@example.com'],
  ['nonsense', '***'],
])('e-mail %s -> %s', (email, masked) => expect(maskEmail(email)).toBe(masked))

test.each([
  ['a person', { name: '张三', idNumber: '110101190001010014' }, undefined, ['张*', '110***********0014']],
  ['the same as the applicant', { name: '张三', idNumber: '' }, 'naturalPerson', ['张*', '']],
  [
    'an organisation with its code, wherever it stands',
    { name: '云溪县供水有限公司', idKind: 'creditCode', idNumber: '91420102YYYY00071W' },
    undefined,
    ['云溪县供水有限公司', '91420102YYYY00071W'],
  ],
  [
    'an organisation of an old register, whose code nobody knows',
    { name: '云溪县供水有限公司', idNumber: '' },
    'commercial',
    ['云溪县供水有限公司', ''],
  ],
  [
    'a number that an organisation brought and that is of a person',
    { name: '云溪县商会', idNumber: '110101190001010014' },
    'otherOrganisation',
    ['云溪县商会', '110***********0014'],
  ],
] as const)('of %s', (_who, party, applicantType, [name, idNumber]) => {
  expect(maskParty(party, applicantType)).toEqual({ name, idNumber })
})
