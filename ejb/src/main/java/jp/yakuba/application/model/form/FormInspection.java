package jp.yakuba.application.model.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.yakuba.application.api.Condition;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormFault;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.FormRule;
import jp.yakuba.application.api.FormSection;
import jp.yakuba.application.api.Text;

/** Looks a definition over: what cannot work (faults), and what is missing before the public may see it (gaps). */
public final class FormInspection {
    private static final Set<String> OPERATORS = Set.of("lt", "le", "gt", "ge", "eq", "ne");

    private final FormDefinition form;
    private final List<FormFault> faults = new ArrayList<>();
    private final Map<String, FormField> known = new HashMap<>();

    /** Inspects a definition. */
    public FormInspection(FormDefinition form) {
        this.form = form;
        for (var section : form.sections()) {
            for (var field : section.fields()) {
                learn(Paths.of(form.procedure(), field), field);
            }
        }
    }

    private void learn(String path, FormField field) {
        known.put(path, field);
        Paths.keptBy(path, field).filter(kept -> !kept.contains("*")).forEach(kept -> known.put(kept, field));
        field.fields().forEach(child -> learn(path + ".*." + child.id(), child));
    }

    /** Every fault, in the order of the file. */
    public List<FormFault> faults() {
        faults.clear();
        expect(form.procedure() != null && form.procedure().matches("[a-z][a-z0-9-]{1,60}"), "procedure",
                "手続きの番号札（英小文字・数字・ハイフン）を書いてください。");
        expect(form.version() >= 1, "version", "版の番号は1以上にしてください。");
        expect(!form.sections().isEmpty(), "sections", "ページを一つ以上書いてください。");
        var sections = new HashSet<String>();
        var paths = new HashSet<String>();
        for (int i = 0; i < form.sections().size(); i++) {
            inspect(form.sections().get(i), "sections[" + i + "]", sections, paths);
        }
        for (int i = 0; i < form.rules().size(); i++) {
            inspect(form.rules().get(i), "rules[" + i + "]");
        }
        return List.copyOf(faults);
    }

    private void inspect(FormSection section, String place, Set<String> sections, Set<String> paths) {
        expect(isId(section.id()), place + ".id", "ページのidは英字で始まる英数字で書いてください。");
        expect(sections.add(section.id()), place + ".id", "ページのid「" + section.id() + "」が二度あります。");
        expect(hasJapanese(section.title()), place + ".title", "ページの見出しを書いてください。");
        expect(!section.fields().isEmpty(), place + ".fields", "問いを一つ以上書いてください。");
        for (int i = 0; i < section.fields().size(); i++) {
            var field = section.fields().get(i);
            var at = place + ".fields[" + i + "]";
            expect(paths.add(Paths.of(form.procedure(), field)), at + (field.fact() == null ? ".id" : ".fact"),
                    "「" + (field.fact() == null ? field.id() : field.fact()) + "」を二度たずねています。");
            inspect(field, at, false);
        }
    }

    private void inspect(FormField field, String at, boolean inGroup) {
        expect(isId(field.id()), at + ".id", "問いのidは英字で始まる英数字で書いてください。");
        expect(field.fact() == null || field.fact().matches("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)+"), at + ".fact",
                "事実の名は move.date のように点でつないで書いてください。");
        expect(hasJapanese(field.label()), at + ".label", "問いの言葉を書いてください。");
        faults.addAll(FieldBounds.faults(field, at));
        inspectChoices(field, at);
        if (field.when() != null) {
            inspect(field.when(), at + ".when", inGroup);
        }
        if (field.optionalWhen() != null) {
            inspect(field.optionalWhen(), at + ".optionalWhen", inGroup);
            expect(field.required(), at + ".optionalWhen", "必須でない問いに、必須でなくなる条件は書けません。");
        }
        if (field.type() == FieldType.GROUP) {
            inspectGroup(field, at, inGroup);
        } else {
            expect(field.fields().isEmpty(), at + ".fields", "問いの中の問いは、種類GROUPだけに書けます。");
        }
        expect(!inGroup || field.fact() == null, at + ".fact", "くり返しの中の問いには事実の名を付けないでください。");
        expect(field.type() != FieldType.NOTE || !field.required(), at + ".required", "説明文（NOTE）は必須にできません。");
    }

    private void inspectGroup(FormField group, String at, boolean inGroup) {
        expect(!inGroup, at + ".type", "くり返しの中にくり返しは書けません。");
        expect(!group.fields().isEmpty(), at + ".fields", "くり返す問いを一つ以上書いてください。");
        var ids = new HashSet<String>();
        for (int i = 0; i < group.fields().size(); i++) {
            var child = group.fields().get(i);
            expect(ids.add(child.id()), at + ".fields[" + i + "].id", "id「" + child.id() + "」が二度あります。");
            inspect(child, at + ".fields[" + i + "]", true);
        }
    }

    private void inspectChoices(FormField field, String at) {
        boolean chosen = field.type() == FieldType.CHOICE || field.type() == FieldType.CHOICES;
        expect(chosen != field.choices().isEmpty(), at + ".choices",
                chosen ? "選べるものを一つ以上書いてください。" : "選べるものは、種類CHOICEかCHOICESだけに書けます。");
        var values = new HashSet<String>();
        for (int i = 0; i < field.choices().size(); i++) {
            var choice = field.choices().get(i);
            var place = at + ".choices[" + i + "]";
            expect(choice.value() != null && !choice.value().isBlank() && !choice.value().contains(","), place + ".value",
                    "値は、コンマのない文字で書いてください。");
            expect(values.add(choice.value()), place + ".value", "値「" + choice.value() + "」が二度あります。");
            expect(hasJapanese(choice.label()), place + ".label", "選ぶ人に見せる言葉を書いてください。");
        }
    }

    private void inspect(Condition condition, String at, boolean inGroup) {
        if (condition.path() == null) {
            expect(!condition.all().isEmpty(), at + ".path", "どの答えを見るか（path）を書いてください。");
        } else if (!Paths.isCircumstance(condition.path())) {
            boolean ofEntry = condition.path().startsWith(".");
            expect(!ofEntry || inGroup, at + ".path", "点で始まる道筋は、くり返しの中だけで使えます。");
            var field = ofEntry ? inAnyGroup(condition.path().substring(1)) : find(condition.path());
            expect(field != null, at + ".path", "「" + condition.path() + "」という問いは、この様式にありません。");
            inspectWanted(condition, field, at);
        }
        for (int i = 0; i < condition.all().size(); i++) {
            inspect(condition.all().get(i), at + ".all[" + i + "]", inGroup);
        }
    }

    private void inspectWanted(Condition condition, FormField field, String at) {
        if (field == null || condition.in().isEmpty()) {
            return;
        }
        var offered = field.type() == FieldType.YES_NO
                ? List.of("yes", "no")
                : field.choices().stream().map(choice -> choice.value()).toList();
        condition.in().stream().filter(value -> !offered.isEmpty() && !offered.contains(value)).forEach(value ->
                expect(false, at + ".in", "「" + value + "」は、その問いで選べません。"));
    }

    private void inspect(FormRule rule, String at) {
        expect(rule.path() != null && find(rule.path()) != null, at + ".path", "「" + rule.path() + "」という問いは、この様式にありません。");
        if (People.isOfPicked(rule.left())) {
            var pick = find(People.pickOf(rule.left()));
            expect(pick != null && pick.type() == FieldType.PERSON, at + ".left", "「" + rule.left() + "」の前半は、世帯の人を選ぶ問いにしてください。");
        } else {
            inspectSide(rule.left(), at + ".left");
        }
        inspectSide(rule.right(), at + ".right");
        expect(rule.operator() != null && OPERATORS.contains(rule.operator()), at + ".operator", "比べ方は lt, le, gt, ge, eq, ne のどれかにしてください。");
        expect(hasJapanese(rule.message()), at + ".message", "直し方を伝える言葉を書いてください。");
        if (rule.when() != null) {
            inspect(rule.when(), at + ".when", rule.path() != null && rule.path().contains(".*."));
        }
    }

    private void inspectSide(String side, String at) {
        boolean literal = side != null && side.length() >= 2 && side.startsWith("'") && side.endsWith("'");
        expect(literal || side != null && find(side) != null, at, "「" + side + "」という問いは、この様式にありません。文字そのものは ' で囲んでください。");
    }

    private FormField find(String path) {
        return known.get(Groups.ofAnyEntry(path));
    }

    private FormField inAnyGroup(String id) {
        return known.entrySet().stream().filter(entry -> entry.getKey().endsWith(".*." + id)).map(Map.Entry::getValue).findFirst().orElse(null);
    }

    private void expect(boolean good, String place, String words) {
        if (!good) {
            faults.add(new FormFault(place, words));
        }
    }

    private static boolean isId(String id) {
        return id != null && id.matches("[a-z][A-Za-z0-9]*");
    }

    private static boolean hasJapanese(Text text) {
        return text != null && text.ja() != null && !text.ja().isBlank();
    }
}
