import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, text } from '#basics/shapes.ts'
import { holidayVerbs } from './rules/permissions.ts'

const year = z.coerce.number().check(z.int(), z.gte(1900), z.lte(2199))
const kind = z.enum(['holiday', 'workday'])
const source = text(120)

const yearView = z.strictObject({
  year: z.int(),
  announced: z.boolean(),
  source: z.nullable(z.string()),
  days: z.array(z.strictObject({ day, kind, name: z.string(), source: z.string() })),
  allowed: z.array(z.enum(holidayVerbs)),
})

export const holidayContract = {
  readHolidayYear: operation({
    method: 'GET',
    path: '/holidays',
    summary: 'The days off and worked weekends of one year, and whether that year has been announced',
    input: z.strictObject({ year }),
    output: yearView,
  }),
  putHoliday: operation({
    method: 'PUT',
    path: '/holidays',
    summary: 'Enter or correct one day off or worked weekend; periods already running do not move',
    input: z.strictObject({ day, kind, name: text(20), source }),
    output: yearView,
  }),
  removeHoliday: operation({
    method: 'POST',
    path: '/holidays/removals',
    summary: 'Take one day out of the calendar again, with the reason',
    input: z.strictObject({ day, reason: text(200) }),
    output: yearView,
  }),
  announceYear: operation({
    method: 'PUT',
    path: '/holidays/years',
    summary: 'Say that the days of a year have been announced (or not yet), with the document',
    input: z.strictObject({ year, announced: z.boolean(), source }),
    output: yearView,
  }),
}
