-- A rule sheet, one row for each version that was imported; a version never changes.
create table sheet (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  code text not null,
  -- counts the versions of one code from 1
  number integer not null check (number >= 1),
  title text not null,
  year integer not null,
  as_of date not null,
  data jsonb not null,
  -- SHA-256 of the canonical JSON of data
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  imported_by uuid not null references person,
  imported_at timestamptz not null,
  constraint versions_of_a_code_are_counted unique (organisation_id, code, number)
);
comment on table sheet is 'append-only';
create index sheet_by_import on sheet (imported_at desc, id);

-- That a version was issued; issuing a later version of the code supersedes it.
create table sheet_issue (
  sheet_id uuid primary key references sheet,
  issued_by uuid not null references person,
  issued_at timestamptz not null
);
comment on table sheet_issue is 'append-only';
