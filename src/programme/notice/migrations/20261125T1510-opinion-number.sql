-- An opinion gets its number when it is answered, so that the number tells nothing of when it was given.
alter table opinion add column number integer check (number >= 1);
-- it asked for the same words as the opinion of that number
alter table opinion add column as_in integer;
update opinion set number = numbered.place
from (select id, row_number() over (partition by notice_id order by answered_at, id) as place
  from opinion where disposition is not null) numbered
where numbered.id = opinion.id;
alter table opinion add constraint an_answered_opinion_has_a_number check ((disposition is null) = (number is null));
alter table opinion drop constraint adopted_means_words_changed;
alter table opinion add constraint adopted_means_words_changed check (
  disposition <> 'adopted' or jsonb_array_length(wordings) > 0 or as_in is not null);
alter table opinion add constraint the_same_words_as_an_earlier_one check (
  as_in is null or (as_in < number and jsonb_array_length(wordings) = 0 and disposition in ('adopted', 'partly')));
create unique index an_opinion_has_a_number_of_its_own on opinion (notice_id, number) where number is not null;
create index opinion_that_changed_words on opinion (notice_id, number) where disposition in ('adopted', 'partly');
create index opinion_to_answer on opinion (notice_id, given_on, id) where disposition is null;
