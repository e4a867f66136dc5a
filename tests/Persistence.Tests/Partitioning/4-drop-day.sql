-- Retention, after all batches of the day are finished and old enough: one transaction removes them. removed_batches refuses late messages, as today.
BEGIN;
SET LOCAL lock_timeout = '2s';
DROP TABLE results.results_{day};
INSERT INTO results.removed_batches ("RequestId", "RemovedAt")
    SELECT "RequestId", now() FROM results.batches WHERE "RequestId" >= 'BATCH_{day}' AND "RequestId" < 'BATCH_{next}'
    ON CONFLICT DO NOTHING;
DELETE FROM results.review_log USING results.receipts
    WHERE receipts."ReceiptId" = review_log."ReceiptId" AND receipts."RequestId" >= 'BATCH_{day}' AND receipts."RequestId" < 'BATCH_{next}';
DELETE FROM results.receipts WHERE "RequestId" >= 'BATCH_{day}' AND "RequestId" < 'BATCH_{next}';
DELETE FROM results.batches WHERE "RequestId" >= 'BATCH_{day}' AND "RequestId" < 'BATCH_{next}';
COMMIT;
