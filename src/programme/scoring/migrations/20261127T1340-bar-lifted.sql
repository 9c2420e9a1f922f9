-- That a legal office lifted the bar on a row of a version, with its document: recorded by the secretary of the organisation.
create table bar_lift (
  id uuid primary key,
  sheet_id uuid not null references sheet,
  -- the table of the sheet and the row in it
  row_table text not null check (row_table in ('clauses', 'gates', 'promotions', 'levels')),
  row_code text not null,
  legal_office text not null check (legal_office <> ''),
  document text not null check (document <> ''),
  decided_on date not null,
  reason text not null check (reason <> ''),
  lifted_by uuid not null references person,
  lifted_at timestamptz not null,
  constraint a_bar_is_lifted_once unique (sheet_id, row_table, row_code)
);
comment on table bar_lift is 'append-only';
