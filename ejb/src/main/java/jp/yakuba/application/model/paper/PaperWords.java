package jp.yakuba.application.model.paper;

import jp.yakuba.application.api.Text;

/** The fixed words of printed sheets. */
enum PaperWords {
    RECEIPT("受付番号", "受付番号（＝あなたの 番号）", "Receipt number"),
    ARRIVED("到達日時", "届いた 日と 時間", "Arrived"),
    AGENT("代理人", "代わりに 出した 人", "Sent by an agent"),
    OFFICE("担当", "担当の 課", "Office in charge"),
    GROUND("根拠", "もとになる 法律", "Legal ground"),
    FORM_VERSION("様式", "様式", "Form version"),
    TO("あて先", "だれに 出しますか", "To"),
    ATTACHED("添付書類", "付けた 書類", "Attached files"),
    WRITTEN_ON("記入日", "書いた 日", "Date"),
    YES("はい", "はい", "Yes"),
    NO("いいえ", "いいえ", "No"),
    REQUIRED("必須", "かならず 書く", "required"),
    OPTIONAL("任意", "書かなくても いい", "optional"),
    ONLY_IF("「%s」が「%s」のときだけ", "「%s」が「%s」の ときだけ", "only if “%s” is “%s”"),
    ONLY_UNLESS("「%s」が「%s」でないときだけ", "「%s」が「%s」で ない ときだけ", "only if “%s” is not “%s”"),
    POINTS_TO("1人目・2人目のように番号で書いてください", "1人目、2人目の ように 書いて ください", "Write the number of the person above"),
    NOTHING("（記入なし）", "（書いて いません）", "(not answered)"),
    ENTRY("%d", "%d", "%d"),
    SUBMITTED_ONLINE("この書面は、電子申請で届いた内容を印刷したものです。", "ネットで 届いた ものを 紙に しました。", "A printout of what arrived online."),
    ENTERED_AT_COUNTER("この書面は、窓口で職員が聞き取って入力した内容を印刷したものです。", "窓口で 職員が 聞いて 書いた ものを 紙に しました。",
            "A printout of what a clerk entered at the counter.");

    private final Text words;

    PaperWords(String ja, String easy, String en) {
        words = new Text(ja, easy, en);
    }

    String in(String language) {
        return words.in(language);
    }
}
