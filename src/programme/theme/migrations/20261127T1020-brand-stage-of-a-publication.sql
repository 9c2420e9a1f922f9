alter table brand_stage add constraint a_stage_names_a_publication_there_is foreign key (publication_id) references publication;
create index brand_stage_by_publication on brand_stage (publication_id) where publication_id is not null;
