package jp.yakuba.application.service;

import jp.yakuba.application.model.Decision.Outcome;

/**
 * What is put to whoever decides about an application: a title (件名) and a text (伺い文) that say which way the decision is to go,
 * so that nobody seals a refusal for a grant.
 */
record ProposalWords(String title, String text) {
    static ProposalWords of(Outcome outcome, String procedure, String receiptNumber, String reasons) {
        return switch (outcome) {
            case GRANTED -> of(procedure, "認める案", receiptNumber, "この申請を認めてよいか、伺います。\n\n理由　" + reasons);
            case REFUSED -> of(procedure, "却下の案", receiptNumber, "この申請を認めず、却下してよいか、伺います。\n\n却下の理由　" + reasons);
            case FORWARDED -> of(procedure, "進達の案", receiptNumber, "この申請を、決定する機関へ送ってよいか、伺います。\n\n理由　" + reasons);
        };
    }

    private static ProposalWords of(String procedure, String way, String receiptNumber, String text) {
        return new ProposalWords(procedure + "（" + way + "）　" + receiptNumber, text);
    }
}
