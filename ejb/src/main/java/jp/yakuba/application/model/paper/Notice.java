package jp.yakuba.application.model.paper;

import java.time.LocalDate;

/**
 * What stands in the notice of a decision (処分の通知書).
 *
 * @param number document number, such as 芽子第12号
 * @param decidedOn day of the decision
 * @param addressee name of the person it goes to
 * @param town name of the town
 * @param head title and name of its head
 * @param office section and phone
 * @param procedure name of the procedure
 * @param legalGround law and article
 * @param granted false if refused
 * @param words what is decided, and for a refusal the reasons
 * @param receiptNumber the application it answers
 * @param instruction 教示
 */
public record Notice(
        String number,
        LocalDate decidedOn,
        String addressee,
        String town,
        String head,
        String office,
        String procedure,
        String legalGround,
        boolean granted,
        String words,
        String receiptNumber,
        Instruction instruction) {

    /**
     * How to object (教示, 行政不服審査法82条, 行政事件訴訟法46条).
     *
     * @param reviewBy to whom the request for review goes, such as 芽室町長
     * @param reviewMonths months for the request for review (審査請求)
     * @param defendant the defendant of a suit, such as 芽室町（代表者 芽室町長）
     * @param suitMonths months for the suit (取消訴訟)
     */
    public record Instruction(String reviewBy, int reviewMonths, String defendant, int suitMonths) {

        /** The instruction of the town: three months for review, six for a suit, as the laws stand. */
        public static Instruction ofTown(String town, String headTitle) {
            return new Instruction(headTitle, 3, town + "（代表者　" + headTitle + "）", 6);
        }

        /** The instruction in the words of a notice. */
        public String words() {
            return "１　この処分に不服があるときは、この処分があったことを知った日の翌日から起算して" + reviewMonths + "か月以内に、"
                    + reviewBy + "に対して審査請求をすることができます（処分の日の翌日から起算して１年を過ぎると、正当な理由があるときを除き、できなくなります）。\n"
                    + "２　この処分の取消しの訴えは、この処分があったことを知った日の翌日から起算して" + suitMonths + "か月以内に、" + defendant
                    + "を被告として提起することができます（処分の日の翌日から起算して１年を過ぎると、正当な理由があるときを除き、できなくなります）。\n"
                    + "３　審査請求をした場合は、処分の取消しの訴えは、その裁決があったことを知った日の翌日から起算して" + suitMonths + "か月以内に提起することができます。";
        }
    }
}
