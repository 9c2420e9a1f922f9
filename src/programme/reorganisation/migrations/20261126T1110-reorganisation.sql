-- 机构调整: a document that sets up, renames, moves, merges, splits or dissolves organisations or units; entered by the system
-- administrator, confirmed by the security administrator, in effect from the day it names.
create table reorganisation (
  id uuid primary key,
  kind text not null check (kind in ('set-up', 'rename', 'move', 'region', 'merge', 'split', 'dissolve', 'tie', 'untie')),
  about text not null check (about in ('organisation', 'unit')),
  -- what the act says, by its kind: see rules/terms.ts
  terms jsonb not null,
  effective_on date not null,
  document text not null check (document <> ''),
  issuer text not null check (issuer <> ''),
  reason text not null,
  state text not null check (state in ('entered', 'planned', 'in-effect', 'refused', 'withdrawn', 'blocked')),
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  confirmed_by uuid references person,
  confirmed_at timestamptz,
  in_effect_at timestamptz,
  -- who refused or withdrew it, and why
  ended_by uuid references person,
  ended_at timestamptz,
  end_reason text,
  -- why a planned one could not take effect on its day: reason and details
  hindrance jsonb,
  constraint nobody_confirms_what_they_entered check (confirmed_by <> entered_by),
  constraint nobody_refuses_what_they_entered check (state <> 'refused' or ended_by <> entered_by),
  constraint ties_are_those_of_organisations check (kind not in ('tie', 'untie') or about = 'organisation'),
  constraint a_state_has_its_columns check (
    (confirmed_by is null) = (confirmed_at is null)
    and (state in ('planned', 'in-effect', 'blocked') and confirmed_by is not null
      or state in ('entered', 'refused') and confirmed_by is null or state = 'withdrawn')
    and (state = 'in-effect') = (in_effect_at is not null)
    and (state in ('refused', 'withdrawn')) = (ended_by is not null)
    and (ended_by is null) = (ended_at is null) and (ended_by is null) = (end_reason is null)
    and (state = 'blocked') = (hindrance is not null))
);
create index reorganisation_by_day on reorganisation (effective_on desc, id desc);
create index reorganisation_planned on reorganisation (effective_on, confirmed_at) where state = 'planned';

-- Which organisations and units an act is about: those it names, and those it sets up.
create table reorganisation_party (
  act_id uuid not null references reorganisation,
  -- exactly one of the two
  organisation_id uuid references organisation,
  unit_id uuid references unit,
  constraint an_organisation_or_a_unit check ((organisation_id is null) <> (unit_id is null)),
  constraint a_party_is_named_once unique nulls not distinct (act_id, organisation_id, unit_id)
);
comment on table reorganisation_party is 'append-only';
create index reorganisation_by_organisation on reorganisation_party (organisation_id) where organisation_id is not null;
create index reorganisation_by_unit on reorganisation_party (unit_id) where unit_id is not null;

-- What it did, line by line: what was left, and where it went.
create table reorganisation_line (
  id bigint generated always as identity primary key,
  act_id uuid not null references reorganisation,
  kind text not null check (kind in ('people', 'below', 'post', 'theme', 'notice', 'duty', 'tie', 'assessed')),
  from_id uuid references organisation,
  to_id uuid references organisation,
  detail jsonb not null
);
comment on table reorganisation_line is 'append-only';
create index reorganisation_line_by_act on reorganisation_line (act_id, id);
