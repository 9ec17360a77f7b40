package jp.yakuba.application.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.CounterDesk;
import jp.yakuba.application.api.CounterPerson;
import jp.yakuba.application.api.FieldProblem;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.model.Arrival.Channel;
import jp.yakuba.application.model.form.AnswerCheck;
import jp.yakuba.application.model.form.FormBundle;
import jp.yakuba.application.model.form.Groups;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;

/** The clerk's sheet: the forms applied to answers that are not kept anywhere yet. */
@Stateless
@RunAs(Role.DESK)
public class CounterDeskBean implements CounterDesk {
    @Inject
    private Forms forms;

    @Inject
    private CounterPicks picks;

    @Inject
    private OfficeClock clock;

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR})
    public List<FormPage> pages(List<String> procedures, Map<String, String> answers) {
        return asked(procedures).pages(answers);
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR})
    public List<FieldProblem> check(List<String> procedures, Map<String, String> answers) {
        return new AnswerCheck(asked(procedures), clock.today()).problems(answers);
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR})
    public Map<String, String> withEntry(List<String> procedures, Map<String, String> answers, String groupPath) {
        int shown = asked(procedures).pages(answers).stream()
                .flatMap(page -> page.questions().stream())
                .filter(question -> question.group() == null && question.path().equals(groupPath))
                .mapToInt(FormPage.Question::entries)
                .findFirst()
                .orElse(0);
        return Groups.add(answers, groupPath, shown);
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR, Role.AUTHOR})
    public Map<String, String> withoutEntry(Map<String, String> answers, String groupPath, int index) {
        return Groups.remove(answers, groupPath, index);
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR})
    public CounterPerson pick(UUID personId) {
        return picks.pick(personId);
    }

    @Override
    @RolesAllowed({Role.EXAMINER, Role.REGISTRAR})
    public CounterPerson getPicked(UUID pickId, String onceKey) {
        return picks.get(pickId, onceKey);
    }

    private FormBundle asked(List<String> procedures) {
        return forms.bundle(procedures, Channel.COUNTER);
    }
}
