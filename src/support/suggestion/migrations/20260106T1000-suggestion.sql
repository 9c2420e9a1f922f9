-- 投诉建议: what anybody tells those who run the system. Who said it is not kept; a contact only when one was left.
create table suggestion (
  id uuid primary key,
  text text not null,
  contact text,
  given_on date not null,
  sort_no bigint generated always as identity,
  answer text,
  answered_by uuid references person,
  answered_at timestamptz,
  constraint an_answer_has_its_columns check (
    (answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
create index suggestion_by_order on suggestion (sort_no desc);
create index suggestion_to_answer on suggestion (sort_no desc) where answer is null;
