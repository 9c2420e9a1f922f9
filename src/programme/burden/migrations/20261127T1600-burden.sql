-- 年度负担预算: the minutes a year that may be asked of one branch before the first responsible has to agree by name.
create table burden_budget (
  cycle_id uuid primary key references cycle,
  minutes integer not null check (minutes between 0 and 6000),
  set_by uuid not null references person,
  set_at timestamptz not null
);

-- What was asked of branches: so many minutes of each of so many, booked in the year in which it was asked.
create table burden_booking (
  id uuid primary key,
  cycle_id uuid not null references cycle,
  organisation_id uuid not null references organisation,
  subject_kind text not null,
  subject_id uuid not null,
  title text not null check (char_length(title) between 1 and 80),
  minutes integer not null check (minutes between 1 and 600),
  branches integer not null check (branches > 0),
  booked_by uuid not null references person,
  booked_at timestamptz not null,
  -- who agreed by name to going above the budget of a branch
  approved_by uuid references person,
  released_at timestamptz,
  constraint nobody_approves_what_they_ask check (approved_by <> booked_by)
);
create unique index booked_once_at_a_time on burden_booking (subject_kind, subject_id) where released_at is null;
create index burden_booking_by_cycle on burden_booking (cycle_id, booked_at desc, id desc);
create index burden_booking_by_organisation on burden_booking (organisation_id);

-- Of which branches it was asked.
create table burden_share (
  booking_id uuid not null references burden_booking,
  branch_id uuid not null references organisation,
  primary key (booking_id, branch_id)
);
create index burden_share_by_branch on burden_share (branch_id);
comment on table burden_share is 'append-only';
