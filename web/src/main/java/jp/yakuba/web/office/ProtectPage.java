package jp.yakuba.web.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.resident.api.EnterProtection;
import jp.yakuba.resident.api.PersonView;
import jp.yakuba.resident.api.ProtectionDesk;
import jp.yakuba.resident.api.ResidentDesk;

/** Behind {@code office/protect.xhtml}: enters a protection for a person and those of the household who need it too. */
@Named
@ViewScoped
public class ProtectPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String WHY = "支援措置の登録";

    @Inject
    private ProtectionDesk desk;

    @Inject
    private ResidentDesk residents;

    @Inject
    private OfficeClock clock;

    private UUID id;
    private PersonView applicant;
    private List<PersonView> others;
    private List<String> together = new ArrayList<>();
    private boolean provisional = true;
    private LocalDate startsOn;
    private String adversary;
    private String supporter;

    /** Called once the person is known. */
    public void open() {
        applicant = desk.begin(id);
        others = residents.householdOf(id, WHY).members().stream().filter(member -> !member.id().equals(id)).toList();
        startsOn = clock.today();
    }

    public PersonView getApplicant() {
        return applicant;
    }

    /** The others of the household. */
    public List<PersonView> getOthers() {
        return others;
    }

    public String enter() {
        var persons = new ArrayList<UUID>();
        persons.add(id);
        together.forEach(one -> persons.add(UUID.fromString(one)));
        desk.protect(new EnterProtection(persons, provisional, startsOn, adversary, supporter));
        return "/office/protection.xhtml?faces-redirect=true";
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public List<String> getTogether() {
        return together;
    }

    public void setTogether(List<String> together) {
        this.together = together;
    }

    public boolean isProvisional() {
        return provisional;
    }

    public void setProvisional(boolean provisional) {
        this.provisional = provisional;
    }

    public LocalDate getStartsOn() {
        return startsOn;
    }

    public void setStartsOn(LocalDate startsOn) {
        this.startsOn = startsOn;
    }

    public String getAdversary() {
        return adversary;
    }

    public void setAdversary(String adversary) {
        this.adversary = adversary;
    }

    public String getSupporter() {
        return supporter;
    }

    public void setSupporter(String supporter) {
        this.supporter = supporter;
    }
}
