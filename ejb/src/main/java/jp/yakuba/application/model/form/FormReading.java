package jp.yakuba.application.model.form;

import java.util.List;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormFault;

/** What came out of reading a definition: the definition as far as it could be read, and every fault. */
public record FormReading(FormDefinition definition, List<FormFault> faults) {
    public FormReading {
        faults = List.copyOf(faults);
    }

    /** True if the definition can be used as it is. */
    public boolean isFaultless() {
        return faults.isEmpty();
    }

    /** All faults, one per line. */
    public String lines() {
        return String.join("\n", faults.stream().map(FormFault::line).toList());
    }
}
