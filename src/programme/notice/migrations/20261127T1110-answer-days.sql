-- In how many working days after its last day everything said on it is answered and it is closed.
alter table notice add column answer_days integer not null default 5 check (answer_days between 1 and 60);
