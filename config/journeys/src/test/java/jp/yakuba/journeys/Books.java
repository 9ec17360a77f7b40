package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

/** The books of an office (帳簿): series without a gap, each application with its record, one of a kind, and a chain that holds. */
final class Books {
    /** What stands in no order: counters that say more than there is. */
    static final String NUMBERS_MISSING = """
            select direction || ' ' || section || ' ' || last from yakuba.doc_counter c
            where last <> (select count(*) from yakuba.doc_record r where r.series = 'LETTER' and r.direction = c.direction and r.section = c.section
                           and r.fiscal_year = c.fiscal_year)
            union all
            select day || ' ' || last from yakuba.apl_receipt_counter c
            where last <> (select count(*) from yakuba.apl_application a
                           where cast(a.arrived_at at time zone 'Asia/Tokyo' as date) = c.day)""";

    private final KilledOffice office;

    private Books(KilledOffice office) {
        this.office = office;
    }

    static Books of(KilledOffice office) {
        return new Books(office);
    }

    /** Fails by naming what is not in order. */
    void mustBeInOrder() {
        assertThat(office.ask(NUMBERS_MISSING)).as("no gap in any series").isEmpty();
        assertThat(office.count("apl_application", "record_id is null")).as("each has its record").isZero();
        assertThat(office.ask("select procedure from yakuba.apl_application a group by bundle_id, procedure"
                + " having count(*) > 1")).as("none twice in one sitting").isEmpty();
        Until.holds("the sealer has come round", () -> office.count("aud_unsealed", "true") == 0);
        assertThat(office.brokenAuditChain()).as("the audit chain holds").isEmpty();
    }
}
