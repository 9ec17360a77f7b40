package jp.yakuba.web.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.yakuba.document.api.ImportFaultLine;
import jp.yakuba.web.shell.Messages;

/** Says in words what is wrong with a line of an import. */
@ApplicationScoped
public class ImportWords {
    @Inject
    private Messages messages;

    /** The words. */
    String of(ImportFaultLine line) {
        return line.reason().matches("[A-Z]{3}-[0-9]{3}")
                ? messages.of("document.import.fault.file", messages.of("problem." + line.reason(), line.value()))
                : messages.get("document.import.fault." + line.reason());
    }
}
