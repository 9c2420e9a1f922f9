-- The end of a period: as it was first told, and from which day how many working days are counted to the one that stands.
alter table notice add column first_last_day date;
alter table notice add column counted_from date;
alter table notice add column counted_days integer check (counted_days >= 1);
alter table notice add column extended_days integer not null default 0 check (extended_days >= 0);
update notice set first_last_day = last_day, counted_from = posted_on, counted_days = days;
alter table notice alter column first_last_day set not null;
alter table notice alter column counted_from set not null;
alter table notice alter column counted_days set not null;
alter table notice add constraint a_period_never_ends_earlier_than_told check (last_day >= first_last_day);

-- The office gave people more time, with a reason: by so many working days, from one last day to another.
create table notice_extension (
  id bigint generated always as identity primary key,
  notice_id uuid not null references notice,
  days integer not null check (days between 1 and 60),
  reason text not null check (reason <> ''),
  document text check (document <> ''),
  last_day_before date not null,
  last_day date not null,
  extended_by uuid not null references person,
  extended_at timestamptz not null,
  constraint an_extension_lengthens check (last_day > last_day_before),
  constraint one_extension_from_each_day unique (notice_id, last_day_before)
);
comment on table notice_extension is 'append-only';
