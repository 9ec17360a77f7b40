package jp.yakuba.application.model.form;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a family of four types when it moves into town, as people type it: mixed widths, eras, hiragana. */
public final class MovingFamily {
    private MovingFamily() {}

    /** All answers of the seven procedures. */
    public static Map<String, String> answers() {
        var answers = new LinkedHashMap<String, String>();
        answers.put("move.date", "Ｒ８．１１．１５");
        address(answers, "move.new", "０８２－００１４", "北海道河西郡芽室町東四条", "３丁目５－２");
        answers.put("move.from", "domestic");
        address(answers, "move.previous", "207-0021", "東京都東大和市立野", "2-1045-1");
        answers.put("move.previousHead", "髙橋　太郎");
        answers.put("move.joins", "no");
        member(answers, 0, "髙橋　太郎", "たかはし　たろう", "昭和63年4月1日", "1", "世帯主");
        member(answers, 1, "髙橋　花子", "タカハシ　ハナコ", "1990/7/9", "2", "妻");
        member(answers, 2, "髙橋　健", "ﾀｶﾊｼ ｹﾝ", "H29.5.20", "1", "子");
        member(answers, 3, "髙橋　さくら", "たかはし さくら", "20210303", "2", "子");
        answers.put("applicant.member", "m0");
        answers.put("applicant.phone", "０１５５（６２）１２３４");
        answers.put("applicant.mail", "taro@example.jp");
        answers.put("visit.appointment", "2026-11-25T10:00");
        answers.put("insurance.members", "m0,m1,m2,m3");
        answers.put("insurance.reason", "move-in");
        answers.put("national-health-insurance.payment", "slip");
        answers.put("childAllowance.children", "m2,m3");
        answers.put("child-allowance.livesWith", "yes");
        answers.put("child-allowance.pension", "national");
        answers.put("child-allowance.spouse", "yes");
        answers.put("child-allowance.earner", "yes");
        answers.put("child-allowance.older", "０");
        answers.put("bank.publicAccount", "no");
        answers.put("bank.name", "帯広信用金庫");
        answers.put("bank.branch", "芽室支店");
        answers.put("bank.kind", "1");
        answers.put("bank.number", "１２３４５６７");
        answers.put("bank.holder", "ﾀｶﾊｼ ﾀﾛｳ");
        answers.put("school.pupils.0.person", "m2");
        answers.put("school.pupils.0.grade", "e3");
        answers.put("school.pupils.0.previousSchool", "東大和市立第一小学校");
        answers.put("water.startOn", "令和8年11月15日");
        answers.put("water-start.use", "home");
        answers.put("water-start.payment", "slip");
        answers.put("water-start.sewer", "yes");
        answers.put("dog.dogs.0.name", "コロ");
        answers.put("dog.dogs.0.breed", "柴犬");
        answers.put("dog.dogs.0.sex", "male");
        answers.put("dog.dogs.0.registeredAt", "東大和市");
        answers.put("seal.people", "m0");
        return answers;
    }

    private static void address(Map<String, String> answers, String path, String postal, String place, String lot) {
        answers.put(path + ".postal", postal);
        answers.put(path + ".place", place);
        answers.put(path + ".lot", lot);
    }

    private static void member(Map<String, String> answers, int index, String name, String kana, String birth, String sex, String relationship) {
        var entry = "household.members." + index + ".";
        answers.put(entry + "name", name);
        answers.put(entry + "kana", kana);
        answers.put(entry + "birthDate", birth);
        answers.put(entry + "sex", sex);
        answers.put(entry + "relationship", relationship);
        answers.put(entry + "nationality", "日本");
    }
}
