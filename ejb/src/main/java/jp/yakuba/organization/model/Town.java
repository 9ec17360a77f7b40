package jp.yakuba.organization.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jp.yakuba.organization.api.TownView;

/** The one municipality this deployment serves (団体): a single row, loaded at the first start. */
@Entity
@Table(name = "org_town")
public class Town {
    @Id
    private boolean singleRow;

    private String code;
    private String name;
    private String kana;
    private String roman;
    private String prefecture;
    private String headTitle;
    private String headName;
    private String letter;
    private String address;
    private String phone;
    private boolean sample;

    protected Town() {
        // for JPA
    }

    /** True if its people are made up. */
    public boolean isSample() {
        return sample;
    }

    /** What everybody may know of it. */
    public TownView view() {
        return new TownView(
                code, name, kana, roman, prefecture, headTitle, headName, letter, address, phone, sample);
    }
}
