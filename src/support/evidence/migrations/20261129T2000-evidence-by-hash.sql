-- The check of the store goes through all files in the order of their hashes, page by page.
create index evidence_by_hash on evidence (sha256, uploaded_at);
