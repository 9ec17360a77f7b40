package jp.yakuba.journeys;

import java.time.LocalDate;

/** The Moriya family (森谷): four people and a dog, who have moved to town and do everything in one evening. */
final class Newcomers {
    /** The father's sample card. */
    static final String CARD = "newcomer";

    /** Where the father reads his mail. */
    static final String MAIL = "kenta@moriya.example";

    /** Where the family has moved in. */
    static final String LOT = "１２番地３";

    private Newcomers() {}

    /** What the family has to say, each thing once. */
    static Questions facts(LocalDate today) {
        var all = new Questions();
        all.know("move.date", today.minusDays(3).toString())
                .know("move.new.postal", "0820012").know("move.new.lot", LOT)
                .know("move.from", "domestic")
                .know("move.previous.postal", "0600003").know("move.previous.lot", "５丁目１番地２")
                .know("move.previousHead", "森谷　健太").know("move.joins", "no");
        member(all, 0, "森谷　健太", "もりや　けんた", "1988-6-14", "男", "世帯主");
        member(all, 1, "森谷　美咲", "もりや　みさき", "1990-2-3", "女", "妻");
        member(all, 2, "森谷　結衣", "もりや　ゆい", "2017-5-20", "女", "子");
        member(all, 3, "森谷　湊", "もりや　みなと", "2021-10-8", "男", "子");
        return all.know("applicant.member", "健太").know("applicant.phone", "090-1234-5678")
                .know("applicant.mail", MAIL)
                .know("visit.appointment", Questions.FIRST)
                .know("insurance.members", "健太、美咲、結衣、湊").know("insurance.reason", "move-in")
                .know("national-health-insurance.payment", "slip")
                .know("childAllowance.children", "結衣、湊").know("child-allowance.livesWith", "yes")
                .know("child-allowance.pension", "national").know("child-allowance.spouse", "yes")
                .know("child-allowance.earner", "yes").know("child-allowance.older", "0")
                .know("bank.publicAccount", "yes")
                .know("school.pupils.0.person", "結衣").know("school.pupils.0.grade", "e4")
                .know("school.pupils.0.previousSchool", "札幌市立中央小学校")
                .know("water.startOn", today.minusDays(3).toString()).know("water-start.use", "home")
                .know("water-start.payment", "slip").know("water-start.sewer", "yes")
                .know("dog.dogs.0.name", "ポチ").know("dog.dogs.0.breed", "柴犬").know("dog.dogs.0.sex", "male")
                .know("dog.dogs.0.registeredAt", "札幌市中央区")
                .know("seal.people", "健太");
    }

    private static void member(Questions all, int index, String name, String kana, String born, String sex, String relationship) {
        var path = "household.members." + index + ".";
        all.know(path + "name", name).know(path + "kana", kana).know(path + "birthDate", born).know(path + "sex", sex)
                .know(path + "relationship", relationship).know(path + "nationality", "日本");
    }
}
