package jp.yakuba.journeys;

import java.time.LocalDate;
import java.time.ZoneId;

/** People who live here and have something small to tell the office: what they answer. */
final class Neighbours {
    private Neighbours() {}

    /** Somebody's new dog. */
    static Questions dog() {
        return person("髙橋　花子", "たかはし　はなこ")
                .know("applicant.address.postal", "0820012").know("applicant.address.lot", "８番地")
                .know("dog.dogs.0.name", "ハナ").know("dog.dogs.0.breed", "柴犬").know("dog.dogs.0.sex", "female")
                .know("dog.dogs.0.registeredAt", "帯広市");
    }

    /** Water for a foreign resident with a long name in a street with a long name. */
    static Questions water() {
        return person("NGUYEN THI LAN PHUONG ANH", "グエン　ティ　ラン　フオン　アイン")
                .know("applicant.mail", "lan.nguyen@water.example")
                .know("move.new.postal", "0820012").know("move.new.lot", "１２３４番地５６メゾン・ド・サンライズ芽室駅前北")
                .know("move.new.building", "グランドレジデンス十勝めむろ弐番館 １２０３号室")
                .know("water.startOn", LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(3).toString())
                .know("water-start.use", "home").know("water-start.payment", "slip").know("water-start.sewer", "yes");
    }

    private static Questions person(String name, String kana) {
        return new Questions().know("applicant.name", name).know("applicant.kana", kana).know("applicant.phone", "0155-62-0000");
    }
}
