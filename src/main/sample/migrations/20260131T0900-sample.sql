-- Which sample programme this database holds: written by its loader as the owner, when all of it is in.
-- The demo signs people in without a password, and only where this row stands.
create table sample_programme (
  single boolean primary key default true check (single),
  anchor date not null,
  note jsonb not null,
  named_people jsonb not null
);
comment on table sample_programme is 'read-only';
