create table account (
  person_id uuid primary key,
  -- folded: no blanks, full-width to half-width, lower case
  login text not null unique,
  password_hash text,
  activation_hash text,
  activation_until timestamptz,
  second_factor bytea,
  -- the last time step whose code was used, so that no code works twice
  second_factor_step bigint,
  second_factor_confirmed_at timestamptz,
  disabled_at timestamptz,
  constraint a_code_has_its_end check ((activation_hash is null) = (activation_until is null)),
  constraint a_confirmed_factor_exists check (second_factor_confirmed_at is null or second_factor is not null)
);

create table session (
  id uuid primary key,
  token_hash text not null unique,
  person_id uuid not null references account,
  began_at timestamptz not null,
  used_at timestamptz not null,
  proved_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  device text not null
);
create index session_by_person on session (person_id, began_at desc);
create index session_by_end on session (ends_at);

create table known_device (
  token_hash text primary key,
  person_id uuid not null references account,
  until timestamptz not null
);

create table access_token (
  id uuid primary key,
  person_id uuid not null references account,
  name text not null,
  token_hash text not null unique,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_on date,
  revoked_at timestamptz
);
create index access_token_by_person on access_token (person_id, made_at desc);

-- Failed sign-ins of the last minutes, to slow down guessing; swept by a job. The login is kept as a hash only.
create table sign_in_failure (
  id bigint generated always as identity primary key,
  lane text not null,
  at timestamptz not null
);
create index sign_in_failure_by_lane on sign_in_failure (lane, at);
