package jp.yakuba.town;

import java.util.List;

/**
 * One domain's folder of migrations and the prefix of its tables, in the order in which they are built: foundation,
 * counters, squares.
 *
 * @param domain name of the domain and of its folder under {@code db/migration}
 * @param prefix what the names of its tables begin with
 */
record Storey(String domain, String prefix) {
    /** Every domain that keeps tables, from the ground up. */
    static final List<Storey> ALL = List.of(
            new Storey("server", "srv_"),
            new Storey("messaging", "msg_"),
            new Storey("audit", "aud_"),
            new Storey("organization", "org_"),
            new Storey("resident", "res_"),
            new Storey("account", "acc_"),
            new Storey("document", "doc_"),
            new Storey("approval", "apv_"),
            new Storey("notification", "ntf_"),
            new Storey("search", "sch_"),
            new Storey("application", "apl_"),
            new Storey("portal", "por_"),
            new Storey("exchange", "exc_"),
            new Storey("certificate", "crt_"),
            new Storey("inquiry", "inq_"),
            new Storey("share", "shr_"),
            new Storey("relocation", "rel_"),
            new Storey("register", "reg_"));

    String location() {
        return "classpath:db/migration/" + domain;
    }

    String historyTable() {
        return prefix + "schema_history";
    }
}
