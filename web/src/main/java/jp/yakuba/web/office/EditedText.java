package jp.yakuba.web.office;

import java.io.Serializable;
import jp.yakuba.application.api.Text;

/** A text in three languages while its author writes it. */
public class EditedText implements Serializable {
    private static final long serialVersionUID = 1L;

    private String ja;
    private String easy;
    private String en;

    /** The text as it stands; empty if there is none yet. */
    public static EditedText of(Text text) {
        var edited = new EditedText();
        if (text != null) {
            edited.ja = text.ja();
            edited.easy = text.easy();
            edited.en = text.en();
        }
        return edited;
    }

    /** What was written; null if nothing was. */
    public Text text() {
        return ja == null && easy == null && en == null ? null : new Text(ja == null ? "" : ja, easy, en);
    }

    public String getJa() {
        return ja;
    }

    public void setJa(String ja) {
        this.ja = ja;
    }

    public String getEasy() {
        return easy;
    }

    public void setEasy(String easy) {
        this.easy = easy;
    }

    public String getEn() {
        return en;
    }

    public void setEn(String en) {
        this.en = en;
    }
}
