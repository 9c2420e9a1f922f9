-- The structure of every day: what each organisation was called, what it was and where it stood, from a day until the day
-- before another. Each span but the first follows one that ends on its first day, and no two follow the same one: so there
-- is neither a gap nor an overlap, and on any day an organisation has at most one place. `organisation` keeps the present
-- (or the last) place, for reach by path.
create table organisation_span (
  organisation_id uuid not null references organisation,
  from_on date not null,
  -- exclusive; null while it lasts
  until_on date,
  -- the day on which the span before it ended; null for the first
  after_on date,
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('committee', 'party-group', 'general-branch', 'branch')),
  parent_id uuid references organisation,
  region text,
  sort_no integer not null,
  primary key (organisation_id, from_on),
  constraint a_span_lasts check (until_on > from_on),
  constraint a_span_begins_when_the_one_before_ends check (after_on = from_on),
  constraint one_span_ends_on_a_day unique (organisation_id, until_on),
  constraint one_span_follows_another unique nulls not distinct (organisation_id, after_on),
  constraint a_span_follows_one_of_its_own foreign key (organisation_id, after_on)
    references organisation_span (organisation_id, until_on),
  constraint a_branch_has_a_parent check (kind <> 'branch' or parent_id is not null),
  constraint nothing_stands_under_itself check (parent_id <> organisation_id)
);
create index organisation_span_by_parent on organisation_span (parent_id, from_on);
create index organisation_span_by_name on organisation_span (name);

-- Known from the day it was set up, but not before the one above it was there.
with recursive known (id, from_on) as (
  select id, least(set_up_on, (app_now() at time zone 'Asia/Shanghai')::date) from organisation where parent_id is null
  union all
  select below.id, greatest(least(below.set_up_on, (app_now() at time zone 'Asia/Shanghai')::date), known.from_on)
    from organisation below join known on known.id = below.parent_id
)
insert into organisation_span (organisation_id, from_on, name, short_name, kind, parent_id, region, sort_no)
select id, from_on, name, short_name, kind, parent_id, region, sort_no from organisation join known using (id);

alter table organisation
  -- the one that took over what it left
  add column successor_id uuid references organisation deferrable initially deferred,
  add constraint what_is_dissolved_leaves_to_a_successor check ((dissolved_on is null) = (successor_id is null)),
  add constraint nothing_succeeds_itself check (successor_id <> id),
  drop constraint only_one_of_a_name;
create unique index only_one_standing_of_a_name on organisation (name) where dissolved_on is null;
create index organisation_by_successor on organisation (successor_id) where successor_id is not null;

-- 单位 by date, in the same manner; `unit` keeps the present (or the last) state.
create table unit_span (
  unit_id uuid not null references unit,
  from_on date not null,
  until_on date,
  after_on date,
  name text not null,
  kind text check (kind in ('sub-bureau', 'department', 'office', 'ship', 'window', 'other')),
  parent_id uuid references unit,
  region text,
  sort_no integer not null,
  primary key (unit_id, from_on),
  constraint a_span_lasts check (until_on > from_on),
  constraint a_span_begins_when_the_one_before_ends check (after_on = from_on),
  constraint one_unit_span_ends_on_a_day unique (unit_id, until_on),
  constraint one_unit_span_follows_another unique nulls not distinct (unit_id, after_on),
  constraint a_span_follows_one_of_its_own foreign key (unit_id, after_on)
    references unit_span (unit_id, until_on),
  constraint nothing_stands_under_itself check (parent_id <> unit_id)
);

alter table unit
  add column kind text check (kind in ('sub-bureau', 'department', 'office', 'ship', 'window', 'other')),
  add column parent_id uuid references unit,
  add column region text,
  add column dissolved_on date,
  add column successor_id uuid references unit deferrable initially deferred,
  add constraint what_is_dissolved_leaves_to_a_successor check ((dissolved_on is null) = (successor_id is null)),
  drop constraint unit_name_key;
create unique index only_one_standing_unit_of_a_name on unit (name) where dissolved_on is null;

insert into unit_span (unit_id, from_on, name, sort_no)
select unit.id, coalesce(min(span.from_on), (app_now() at time zone 'Asia/Shanghai')::date), unit.name, unit.sort_no
  from unit left join organisation on organisation.unit_id = unit.id
  left join organisation_span span on span.organisation_id = organisation.id
  group by unit.id;

-- Which organisation's people worked in which unit, from a day until the day before another. A unit has several branches,
-- a joint branch several units. `organisation.unit_id` keeps the one of longest standing.
create table organisation_unit (
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  from_on date not null,
  until_on date,
  primary key (organisation_id, unit_id, from_on),
  constraint a_tie_lasts check (until_on > from_on)
);
create unique index tied_once_at_a_time on organisation_unit (organisation_id, unit_id) where until_on is null;
create index organisation_unit_by_unit on organisation_unit (unit_id, from_on);

insert into organisation_unit (organisation_id, unit_id, from_on)
select id, unit_id, from_on from organisation join organisation_span on organisation_id = id where unit_id is not null;

-- Where somebody belonged, from a day until the day before another; `person` keeps the present. Without a first day: since
-- before it was kept here.
create table membership (
  id bigint generated always as identity primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('member', 'staff')),
  from_on date,
  until_on date,
  constraint a_membership_lasts check (until_on > from_on),
  constraint one_membership_begins_on_a_day unique nulls not distinct (person_id, from_on)
);
create unique index somebody_belongs_to_one_at_a_time on membership (person_id) where until_on is null;
create index membership_by_organisation on membership (organisation_id, from_on);

insert into membership (person_id, organisation_id, kind, until_on) select id, organisation_id, kind, left_on from person;

-- The tree of a day, from the top down: the ids on the way to each, with '/' after each, and its level, 0 at the top.
create function structure_on(day date) returns table (
  id uuid, path text, level integer, name text, short_name text, kind text, parent_id uuid, region text, sort_no integer,
  from_on date, until_on date
) language sql stable as $$
  with recursive standing as (
    select * from organisation_span span where span.from_on <= day and (span.until_on is null or span.until_on > day)
  ), tree as (
    select organisation_id, organisation_id::text || '/' as path, 0 as level from standing where standing.parent_id is null
    union all
    select below.organisation_id, tree.path || below.organisation_id::text || '/', tree.level + 1
      from standing below join tree on below.parent_id = tree.organisation_id
  )
  select organisation_id, tree.path, tree.level, standing.name, standing.short_name, standing.kind, standing.parent_id,
    standing.region, standing.sort_no, standing.from_on, standing.until_on
  from tree join standing using (organisation_id)
$$;
