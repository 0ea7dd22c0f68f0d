-- Vectors that an embeddings server gave, by model and by the SHA-256 of the normalised text: the
-- same text is asked once. Four bytes a number, lowest first, length 1. Everything here can be made
-- again.
create table embeddings (
  model text not null,
  text_hash bytea not null check (octet_length(text_hash) = 32),
  vector bytea not null check (octet_length(vector) % 4 = 0 and octet_length(vector) > 0),
  used_at timestamptz not null,
  primary key (model, text_hash)
);
create index embeddings_used_at on embeddings (used_at);
