-- The first day on which a title has run out by the term (届期) that its rule sheet gives; null where it lasts until removed.
alter table title add column runs_until date;
alter table title add constraint a_term_ends_after_the_naming check (runs_until is null or runs_until > named_on);
