-- What duties are about, by any two signs of it.
create index duty_by_words on duty using gin (bigrams(about));
