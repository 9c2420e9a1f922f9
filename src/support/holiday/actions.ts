import { yearOf } from '#basics/calendar.ts'
import { allow, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, permit } from '#platform/errors.ts'
import type { holidayContract } from './contract.ts'
import { announcementOf, holidaysOf } from './reads.ts'
import { holidayVerbs, may } from './rules/permissions.ts'
import { deleteHoliday, loadHoliday, saveHoliday, saveYear } from './store.ts'

export const holidayActions: Actions<typeof holidayContract> = {
  async readHolidayYear(context, { year }) {
    return view(context, year)
  },

  async putHoliday(context, input) {
    const organisation = permitted(context)
    const before = await loadHoliday(context, input.day)
    await saveHoliday(context, input)
    const subject = { kind: 'holiday', id: input.day, organisation }
    await writeHistory(context, 'holiday.put', subject, { before: before ?? null, after: input })
    return view(context, yearOf(input.day))
  },

  async removeHoliday(context, { day, reason }) {
    const organisation = permitted(context)
    const before = await loadHoliday(context, day)
    const known = accept(before ? allow(before) : refuse('holiday.no-such-day'))
    await deleteHoliday(context, day)
    await writeHistory(
      context,
      'holiday.removed',
      { kind: 'holiday', id: day, organisation },
      { before: known, reason },
    )
    return view(context, yearOf(day))
  },

  async announceYear(context, { year, announced, source }) {
    const organisation = permitted(context)
    await saveYear(context, year, announced, source)
    const subject = { kind: 'holiday-year', id: String(year), organisation }
    await writeHistory(context, 'holiday.year-announced', subject, { announced, source })
    return view(context, year)
  },
}

/** The organisation whose office acts, or 403. */
function permitted(context: Context): OrganisationId {
  const decision = may(context.actor)
  permit(decision)
  return accept(decision)
}

async function view(context: Context, year: number) {
  const announcement = await announcementOf(context, year)
  const days = await holidaysOf(context, year)
  return {
    year,
    announced: announcement?.announced ?? false,
    source: announcement?.source ?? null,
    days: days.map(({ day, kind, name, source }) => ({ day, kind, name, source })),
    allowed: may(context.actor).ok ? [...holidayVerbs] : [],
  }
}
