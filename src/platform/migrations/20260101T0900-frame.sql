-- The clock: one row; only the owner may shift it (tests and the demo), the application only reads it.
create table clock (
  single boolean primary key default true check (single),
  fixed_at timestamptz,
  shift interval not null default '0'
);
comment on table clock is 'read-only';
insert into clock default values;

create function app_now() returns timestamptz language sql stable as
  $$ select coalesce(fixed_at, transaction_timestamp()) + shift from clock $$;

create table history (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  person_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  organisation_id uuid,
  detail jsonb not null,
  request_id text not null
);
comment on table history is 'append-only';
create index history_by_subject on history (subject_kind, subject_id, id);
create index history_by_organisation on history (organisation_id, id);
create index history_by_person on history (person_id, id);

-- A request that was answered, so that a retry gets the same answer and has no second effect.
create table request_key (
  scope text not null,
  key_hash text not null,
  body_hash text not null,
  answer jsonb,
  on_day date not null,
  primary key (scope, key_hash)
);
create index request_key_by_day on request_key (on_day);
