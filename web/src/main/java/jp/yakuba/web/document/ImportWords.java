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

    /** The words; of files others than where somebody chooses one, for here it is the list that is mended. */
    String of(ImportFaultLine line) {
        return messages.get("document.import.fault." + line.reason());
    }
}
