package jp.yakuba.document.service.drafting;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_TEMPLATE;
import static jp.yakuba.document.api.DocumentProblem.TEMPLATE_NAME_TAKEN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.TemplateDesk;
import jp.yakuba.document.api.TemplateSheet;
import jp.yakuba.document.api.WriteTemplate;
import jp.yakuba.document.model.drafting.DraftTemplate;
import jp.yakuba.document.service.OwnReach;
import jp.yakuba.document.store.drafting.DraftingStore;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Behind the desk of templates; each deed stands in the audit log. */
@Stateless
@RunAs(Role.DESK)
public class TemplateDeskBean implements TemplateDesk {
    private static final String WRITE = "document.template-write";
    private static final String OBJECT = "template";

    @Inject
    private DraftingStore store;

    @Inject
    private OwnReach reach;

    @Inject
    private AuditDesk audit;

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public List<TemplateSheet> list() {
        var sections = reach.isWholeOffice() ? reach.existing().toList() : reach.sections();
        return store.listTemplatesKept(sections, reach.isWholeOffice()).stream().map(DraftTemplate::sheet).toList();
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public TemplateSheet get(String code) {
        return kept(code).sheet();
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public String write(WriteTemplate command) {
        var template = command.code() == null ? begun(command) : changed(command);
        audit.changed(new AuditNote(WRITE, null, OBJECT, template.code(), template.sheet().name()));
        return template.code();
    }

    private DraftTemplate begun(WriteTemplate command) {
        requireKeeping(command.section());
        requireFree(command.name(), command.section(), null);
        var template = DraftTemplate.begun("own-" + UUID.randomUUID(), command);
        store.add(template);
        store.write();
        return template;
    }

    private DraftTemplate changed(WriteTemplate command) {
        var template = kept(command.code());
        template.expect(command.version());
        if (template.isOffered()) {
            requireFree(command.name(), template.section(), template.code());
        }
        template.write(command);
        store.write();
        return template;
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void offer(String code, long version, boolean offered) {
        var template = kept(code);
        template.expect(version);
        if (offered) {
            requireFree(template.sheet().name(), template.section(), code);
        }
        template.offer(offered);
        audit.changed(new AuditNote(offered ? "document.template-offer" : "document.template-end", null, OBJECT, code, template.sheet().name()));
    }

    private DraftTemplate kept(String code) {
        return store.findTemplate(code).filter(one -> one.section() == null ? reach.isWholeOffice() : reach.keeps(one.section()))
                .orElseThrow(() -> new RuleViolation(NO_SUCH_TEMPLATE));
    }

    private void requireKeeping(String section) {
        if (section != null || !reach.isWholeOffice()) {
            reach.requireKeeping(section == null ? "" : section, WRITE);
        }
    }

    private void requireFree(String name, String section, String butCode) {
        if (store.isTemplateNamed(name.strip(), section, butCode)) {
            throw new RuleViolation(TEMPLATE_NAME_TAKEN, name.strip());
        }
    }
}
