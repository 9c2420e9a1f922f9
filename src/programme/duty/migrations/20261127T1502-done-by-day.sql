-- What is done, the latest due day first, of many thousand organisations.
create index duty_done_by_day on duty (due_on, id) where state = 'fulfilled';
