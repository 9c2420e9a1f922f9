-- What is open of each organisation, by the day.
create index duty_open_of on duty (organisation_id, due_on, id) where state = 'open';
