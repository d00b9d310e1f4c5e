-- Hash of the published deck that a draft was made from; null when there was none. Publishing compares it with what is there then.
alter table deck_draft add column base_hash varchar(64);
