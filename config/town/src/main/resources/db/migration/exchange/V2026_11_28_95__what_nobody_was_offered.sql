-- When offered_at came, it was guessed for the letters of before. A letter that only lay here for an office that collects was never offered, and one in hand, or
-- set to be tried anew, had no attempts by then. What was tried stands in exc_use as long as uses are kept; where it is doubtful, it counts as offered: such a
-- letter can be taken back, and the other office says whether it has it. What was offered since then is written down as it was, and stays.
UPDATE exc_parcel p SET offered_at = NULL
    WHERE p.state IN ('SEALED', 'GIVEN_UP') AND p.handed_over_at IS NULL AND p.offered_at = p.ordered_at
        AND (p.problem = 'NOT_COLLECTED' OR EXISTS (SELECT 1 FROM exc_peer o WHERE o.code = p.peer AND o.way = 'THEY_COLLECT'))
        AND NOT EXISTS (SELECT 1 FROM exc_use u WHERE u.message = p.id AND u.deed = 'try');
UPDATE exc_parcel p SET offered_at = p.ordered_at FROM exc_schema_history h
    WHERE h.version = '2026.11.28.80' AND p.state = 'SEALED' AND p.offered_at IS NULL AND p.ordered_at < h.installed_on
        AND (EXISTS (SELECT 1 FROM exc_use u WHERE u.message = p.id AND u.deed = 'try' AND u.at < h.installed_on)
            OR p.claimed AND EXISTS (SELECT 1 FROM exc_peer o WHERE o.code = p.peer AND o.way <> 'THEY_COLLECT'));
