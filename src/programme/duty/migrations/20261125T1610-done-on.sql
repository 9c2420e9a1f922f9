-- The day on which it was done, which may be earlier than the moment at which it was told: on paper, at a meeting.
alter table duty
  add column done_on date,
  drop constraint late_means_after_the_due_day;
update duty set done_on = (fulfilled_at at time zone 'Asia/Shanghai')::date where fulfilled_at is not null;
alter table duty
  add constraint a_done_one_has_its_day check ((done_on is null) = (fulfilled_at is null)),
  add constraint nothing_is_done_in_the_future check (done_on <= (fulfilled_at at time zone 'Asia/Shanghai')::date),
  add constraint late_means_after_the_due_day check (late = (done_on > due_on));
