package jp.yakuba.application.model.paper;

import java.time.LocalDate;
import jp.yakuba.application.model.Decision.Outcome;

/**
 * What stands in the notice of a decision (処分の通知書).
 *
 * @param number document number, such as 芽子第12号
 * @param decidedOn day of the decision
 * @param addressee name of the person it goes to
 * @param town name of the town
 * @param issuer in whose name it goes out: title and name of the head, or a board
 * @param office section and phone
 * @param procedure name of the procedure
 * @param legalGround law and article
 * @param forwardedTo who decides, if it was handed on
 * @param words what is decided, and for a refusal the reasons
 * @param receiptNumber the application it answers
 * @param instruction 教示 in words
 */
public record Notice(
        String number,
        LocalDate decidedOn,
        String addressee,
        String town,
        String issuer,
        String office,
        String procedure,
        String legalGround,
        Outcome outcome,
        String forwardedTo,
        String words,
        String receiptNumber,
        String instruction) {}
