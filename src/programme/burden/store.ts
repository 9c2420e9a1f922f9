import type { Context } from '#platform/context.ts'

/** Sets the budget of a programme year; the last one counts, the history has the others. */
export async function saveBudget({ tx, actor, now }: Context, cycle: string, minutes: number): Promise<void> {
  const values = { minutes, set_by: actor.person, set_at: now }
  await tx
    .insertInto('burden_budget')
    .values({ cycle_id: cycle, ...values })
    .onConflict((there) => there.column('cycle_id').doUpdateSet(values))
    .execute()
}

export interface Booking {
  cycle: string
  organisation: string
  subject: { kind: string; id: string }
  title: string
  minutes: number
  branches: string[]
  approvedBy: string | null
}

export async function insertBooking(context: Context, booking: Booking): Promise<void> {
  const id = context.newId()
  await context.tx
    .insertInto('burden_booking')
    .values({
      id,
      cycle_id: booking.cycle,
      organisation_id: booking.organisation,
      subject_kind: booking.subject.kind,
      subject_id: booking.subject.id,
      title: booking.title,
      minutes: booking.minutes,
      branches: booking.branches.length,
      booked_by: context.actor.person,
      booked_at: context.now,
      approved_by: booking.approvedBy,
    })
    .execute()
  for (let at = 0; at < booking.branches.length; at += 5000)
    await context.tx
      .insertInto('burden_share')
      .values(booking.branches.slice(at, at + 5000).map((branch_id) => ({ booking_id: id, branch_id })))
      .execute()
}

export async function releaseBooking({ tx, now }: Context, subject: { kind: string; id: string }): Promise<void> {
  await tx
    .updateTable('burden_booking')
    .set({ released_at: now })
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('released_at', 'is', null)
    .execute()
}

/** One request is weighed at a time in a programme year: two together could each find room that only one has. */
export async function lockYear({ tx }: Context, cycle: string): Promise<void> {
  await tx.selectFrom('cycle').select('id').where('id', '=', cycle).forUpdate().executeTakeFirst()
}
