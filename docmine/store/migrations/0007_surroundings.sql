-- What stands around a passage is found by a number, a block at a time, and not by looking through all sentences.
-- After this script it is packed (see growing.py).

CREATE TABLE search_blocks (
    place INTEGER,
    packed BLOB USING COMPRESSION uncompressed
);
COMMENT ON TABLE search_blocks IS 'Every block of the documents that search knows, with all that a search shows and weighs of it.';
COMMENT ON COLUMN search_blocks.place IS 'Its number here, from 0: the blocks of a document follow one another.';
COMMENT ON COLUMN search_blocks.packed IS 'JSON: id of the document, number and kind of the block, its headers, its passages, sentences and records.';

ALTER TABLE search_passages ADD COLUMN place INTEGER;
COMMENT ON COLUMN search_passages.place IS 'The block that it begins in: joins search_blocks.place.';

ALTER TABLE search_documents ADD COLUMN first_place INTEGER;
ALTER TABLE search_documents ADD COLUMN last_place INTEGER;
COMMENT ON COLUMN search_documents.first_place IS 'Number of its first block: joins search_blocks.place.';
COMMENT ON COLUMN search_documents.last_place IS 'Number of its last block; less than the first where it has none.';
