-- 单位: sub-bureaus, offices, ships, windows.
create table unit (
  id uuid primary key,
  name text not null unique,
  sort_no integer not null default 0
);

create table organisation (
  id uuid primary key,
  kind text not null check (kind in ('committee', 'party-group', 'general-branch', 'branch')),
  name text not null,
  short_name text not null,
  parent_id uuid references organisation,
  -- the ids from the root down to this one, each followed by '/'
  path text not null unique,
  sort_no integer not null default 0,
  region text,
  unit_id uuid references unit,
  set_up_on date not null,
  dissolved_on date,
  pinyin text not null,
  initials text not null,
  constraint only_one_of_a_name unique (name),
  constraint a_branch_has_a_parent check (kind <> 'branch' or parent_id is not null)
);
create index organisation_by_path on organisation (path text_pattern_ops);
create index organisation_by_parent on organisation (parent_id, sort_no, id);
create unique index only_one_root on organisation ((parent_id is null)) where parent_id is null;

create table person (
  id uuid primary key,
  staff_no text unique,
  name text not null,
  pinyin text not null,
  initials text not null,
  kind text not null check (kind in ('member', 'staff')),
  organisation_id uuid not null references organisation,
  left_on date
);
create index person_by_organisation on person (organisation_id, name, id);
create index person_by_initials on person (initials text_pattern_ops);

-- An Excel file of organisations and people: looked through, put into effect, its posts confirmed by another administrator.
create table import (
  id uuid primary key,
  state text not null check (state in ('faulty', 'previewed', 'applied', 'confirmed', 'discarded')),
  file_name text not null,
  file_hash text not null,
  uploaded_by uuid not null references person,
  uploaded_at timestamptz not null,
  -- every error: sheet, row, column, address, reason, value
  problems jsonb not null,
  -- what it would do: new, changed, unchanged rows
  plan jsonb not null,
  counts jsonb not null,
  applied_at timestamptz,
  decided_by uuid references person,
  decided_at timestamptz,
  constraint only_a_faulty_one_has_problems check ((state = 'faulty') = (jsonb_array_length(problems) > 0)),
  constraint a_state_has_its_columns check (
    case state
      when 'applied' then applied_at is not null
      when 'confirmed' then applied_at is not null and decided_by is not null and decided_at is not null
      else true
    end
  )
);
create index import_by_time on import (uploaded_at desc, id);

create table post (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  post text not null check (post in ('secretary', 'office', 'confidentiality', 'assessor', 'inspector',
    'system-admin', 'security-admin', 'audit-admin')),
  from_on date not null,
  -- exclusive: the first day on which it is no longer held
  until_on date,
  import_id uuid references import,
  confirmed_by uuid references person,
  confirmed_at timestamptz,
  constraint a_post_lasts check (until_on is null or until_on >= from_on),
  constraint confirmed_by_someone_at_some_time check ((confirmed_by is null) = (confirmed_at is null))
);
create index post_by_person on post (person_id);
create index post_by_organisation on post (organisation_id, post);
create unique index a_post_is_held_once on post (person_id, organisation_id, post) where until_on is null;
create unique index one_secretary_at_a_time on post (organisation_id) where post = 'secretary' and until_on is null and confirmed_at is not null;
-- The three administrators exclude each other.
create unique index one_administrator_post_each on post (person_id)
  where post in ('system-admin', 'security-admin', 'audit-admin') and until_on is null;
